pact "Nora and Elias"
    between Nora and Elias
    in force from 2026-05-04 until 2027-05-03
    time zone Europe/Oslo
    signed by Nora on 2026-04-26
    signed by Elias on 2026-04-27
use relationships
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
cap evenings
    at most 2 encounters per month by each party
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
aftercare
    after each encounter, aftercare by everyone within 2 days
    "A walk counts. So does tea."
check-in
    check-in by everyone every week on Sunday at 20:00
pause
    anyone may pause encounters for at most 14 days
repair
    after each breach, debrief by everyone within 3 days
