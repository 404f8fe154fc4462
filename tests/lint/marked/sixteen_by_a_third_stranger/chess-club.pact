pact "Schachfreunde Nord e. V., the board"
    between Hanne, Jürgen, Mirela and Tobias
    in force from 2026-01-01
    time zone Europe/Berlin

use team

event spending
    plural spendings
    amount in EUR

event minutes
    plural minutes

event board-meeting

check-in board
    board-meeting by everyone every month on the second Tuesday at 19:30

promise minutes
    after each board-meeting, minutes by Mirela within 7 days

cap money
    at most 250 EUR of spending per month by each party
    no spending where amount is at least 100 unless consent by Jürgen within the last 14 days
    > Jürgen is the chair. He can spend what the club needs.

promise accounts
    report by Tobias every 3 months

promise votes
    after each request, decision by anyone within 4 weeks

promise hall
    "Somebody opens the hall in time and somebody closes it."
    "Youth players are never left alone with one adult."

repair
    after each breach of money, decision by Jürgen within 7 days
    after 3 absences by each party in any 180 days, vote by the others within 30 days
