pact "Summer rules"
    between Ida, Malte and Bo
    in force from 2026-02-20 until 2026-09-30
    time zone Europe/Copenhagen
    signed by Ida on 2026-02-10
    signed by Malte on 2026-02-10
    signed by Bo on 2026-02-11
use relationships

disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
    "In July we are on holiday and nobody needs to test."
pause
    anyone may pause tests for at most 30 days
aftercare
    after each encounter, aftercare by everyone within 2 days
check-in
    check-in by everyone every week on Sunday
repair
    after each breach, debrief by everyone within 3 days
