pact "Belt and braces"
    between Rhea and Stan
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/London
    signed by Rhea on 2026-01-20
    signed by Stan on 2026-01-21
use relationships

boundary home
    no encounter at home
boundary home-at-night
    no encounter at home between 22:00 and 06:00
boundary lengths
    no encounter lasting more than 8 hours lasting less than 2 hours
promise hike
    at least 5 hours of date-nights per month
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
    "If telling is hard, we begin with that."
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
