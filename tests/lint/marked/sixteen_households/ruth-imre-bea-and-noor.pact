# Written at Ruth's kitchen table, three evenings, a lot of tea.

pact "Ruth, Imre, Bea and Noor"
    between Ruth, Imre, Bea and Noor
    in force from 2026-11-01 until 2027-10-31
    time zone Europe/Amsterdam
    signed by Ruth on 2026-10-25
    signed by Imre on 2026-10-25
    signed by Bea on 2026-10-26
    signed by Noor on 2026-10-28

use relationships

term sleepover means encounter tagged overnight

notice
    before each sleepover at home, notice by the same party to the others at least 2 days ahead
    > Noor works nights and needs to know if the flat will be full at breakfast.

disclosure tell
    after the first encounter by each party with each person, disclosure by the same party to the others within 48 hours
    covering who, protection
    optionally feelings

cap newness
    at most 2 encounters with someone new per month by each party

testing
    test by each party every 3 months
    grace 14 days
    after each test, result by the same party to the others within 3 days
    after each risk-change, disclosure by the same party to the others within 24 hours

promise time
    at least 2 date-nights by Ruth and Imre per month
    at least 2 date-nights by Imre and Bea per month
    at least 2 date-nights by Bea and Noor per month
    at least 1 meeting by Ruth and Noor per month
    if we can

check-in kitchen
    check-in by everyone every 2 weeks on Sunday at 17:00 for 90 minutes
    "Whoever has been quiet speaks first, if they want to."
    "We end with soup, whatever was said."

promise manners
    "Anybody may say no to anything here, and nobody asks twice the same evening."
    "What one of us tells in confidence stays with that person, unless it is about someone's health."
    "We never let a guest leave hungry, and that goes for new dates too."
    "Nobody has to like everybody. We greet each other at the door all the same."

pause breather
    anyone may pause encounters for at most 14 days

repair
    after each breach, debrief by everyone within 7 days

review
    review by everyone every 3 months
