pact "Two a month"
    between Zoe and Kit
    in force from 2026-01-01 until 2026-12-31
    time zone Europe/London
    signed by Zoe on 2025-12-20
    signed by Kit on 2025-12-21
use relationships

cap nights
    at most 2 encounters per month by each party
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
aftercare
    after each encounter, aftercare by everyone within 2 days
pause
    anyone may pause encounters for at most 7 days
check-in
    check-in by everyone every week on Sunday
repair
    after each breach, debrief by everyone within 3 days
