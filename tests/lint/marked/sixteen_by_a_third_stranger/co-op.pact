pact "Fair Crumb bakery co-op"
    between Amadou, Britt, Cem, Dunja, Esra and Finn
    in force from 2026-01-01
    time zone Europe/Berlin

use team

event bake

event members-meeting

event till-check

promise ovens
    bake by Amadou, Britt, Cem, Dunja and Esra in turn every week on Tuesday and Saturday

cap hours
    at most 48 hours of bakes by each party per week
    at least 8 hours between bakes by each party
    > Saturday is our day, so some weeks are long.

promise till
    till-check by Finn every day by 20:00
    after each till-check by Finn, report by Finn to the others within 2 hours

notice leave
    before each leave-day, request by the same party at least 21 days ahead

promise say
    members-meeting by everyone every 2 months
    after each request, decision by Amadou and Britt within 30 days

repair
    after each breach of till, feedback by the others within 2 days
    after 3 late-arrivals by each party in any 30 days, overtime by the same party within 7 days
    "We treat each other fairly and say things to people's faces."
