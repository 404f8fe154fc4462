# Three people, one flat. Alma and Bo are a couple, Bo and Cyd are a couple, Alma and Cyd are friends.
# First version, read aloud on the last Sunday of March.

pact "Alma, Bo and Cyd"
    between Alma, Bo and Cyd
    in force from 2026-04-01 until 2027-03-31
    time zone Europe/Amsterdam
    signed by Alma on 2026-03-29
    signed by Bo on 2026-03-29
    signed by Cyd on 2026-03-30

use relationships

event house-dinner
    plural house-dinners

person noor known since 2025-12-06
person sam known since 2026-01-24
person emil tagged colleague

boundary work
    no encounter with anyone tagged colleague

consent home
    before each encounter at home, consent by the others to the same party at least 24 hours ahead and at most 7 days ahead
    > It is everybody's kitchen.

notice heads-up
    before each encounter with someone new, notice by the same party to the others at least 2 days ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 36 hours
    covering who, protection
    optionally feelings
    remind 6 hours before
    > Both of the others hear it from you, so that nobody hears it second-hand.

cap week
    at most 2 encounters by each party per week

cap nights-away "Nights away"
    at most 3 encounters tagged overnight by each party in any 30 days
    at least 4 days between encounters tagged overnight by each party

aftercare
    after each encounter tagged overnight, aftercare by everyone within 3 days
    "All three, even when it was nobody's bad night."

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 4 days
    before the first encounter by each party with each person, test by the same party within the last 8 weeks

promise time "Time for each other"
    at least 2 date-nights by Alma and Bo per month
    at least 2 date-nights by Bo and Cyd per month
    at least 2 house-dinners by Alma and Bo and Cyd per month
    "Bo is not the calendar of this house. Everybody plans."

check-in
    check-in by everyone every 2 weeks on Sunday at 17:00 for 90 minutes

pause
    anyone may pause encounters for at most 10 days

review
    review by everyone every 3 months

matrix comfort for encounter
    activity     Alma    Bo     Cyd
    dinner       yes     yes    yes
    party        yes     yes    ask
    overnight    yes     ask    ask
    travel       ask     ?      ask

repair
    after each breach of tell, debrief by everyone within 5 days
    after each conflict, debrief by everyone within 3 days
    > We talk while it is small.
