pact "Maren and Jo"
    between Maren and Jo
    in force from 2026-02-01 until 2026-08-01
    time zone Europe/Copenhagen
    signed by Maren on 2026-01-25
    signed by Jo on 2026-01-26
use relationships

# First try. We keep it small.
notice
    before each encounter, notice by the same party to the others at least 2 days ahead
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
    "The one who listens makes the coffee."
testing
    test by each party every 3 months
    after each test, result by the same party to the others within 2 days
aftercare
    after each encounter, aftercare by everyone within 2 days
check-in
    check-in by everyone every week on Sunday at 10:00
pause
    anyone may pause encounters for at most 14 days
repair
    after each breach, debrief by everyone within 4 days
