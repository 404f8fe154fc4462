pact "Health"
    between Ivan and Dalia
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Rome
    signed by Ivan on 2026-01-20
    signed by Dalia on 2026-01-21
use relationships

testing
    test by Dalia every 30 days
    after each test, result by the same party to the others within 1 day
cap
    at most 2 encounters per month by each party
disclosure
    after each encounter by Dalia, disclosure by Dalia to Ivan within 12 hours
    covering who, when, where, protection
aftercare
    after each encounter, aftercare by everyone within 2 days
pause
    anyone may pause encounters for at most 14 days
check-in
    check-in by everyone every week on Monday
    "We both say one thing that went well."
repair
    after each breach, debrief by everyone within 3 days
