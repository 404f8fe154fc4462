pact "Household money"
    between Petra and Uwe
    in force from 2026-10-01
    time zone Europe/Berlin
    currency EUR

use household

event receipt
    fields price, shop

term big-expense means expense where amount is at least 200

promise accounts
    "Petra's wages go to Uwe's account and Uwe gives her 80 euros a week."
    "Uwe keeps both cards in the drawer of his desk."
    "Savings we put aside as much as possible."

boundary big
    no big-expense unless consent by the others within the last 7 days
    "Uwe can buy tools and things for the car without asking."

disclosure receipts
    after each expense by Petra, receipt by Petra to Uwe by 20:00 the same day
    covering price, shop

promise work
    "Petra talks to Uwe before she takes more hours at the clinic."

promise bills
    rent by Uwe every month by day 3
    bill by Petra or Uwe every month by day 15
    "Letters from the bank are opened by both of us, at the table, with coffee."
    "We never argue about anything under 20 euros."
    "Presents are a secret. Nobody looks at the statement in December."

promise debts
    "The loan from Petra's brother is paid back within two years."
    "No new debts. If the washing machine dies, we talk first."

cap pizza
    at most 2 expenses tagged takeaway per week
    if we can

check-in
    talk by Petra and Uwe every month on the last Sunday at 16:00 for 1 hour
    "Nobody shouts about numbers. If it gets loud we go round the block."
