pact "Yes means yes"
    between Hugo and Inès
    in force from 2026-02-20 until 2026-08-20
    time zone Europe/Paris
    signed by Hugo on 2026-02-15
    signed by Inès on 2026-02-16
use relationships

consent nights
    before each encounter tagged overnight by Hugo, any consent by Inès to Hugo at least 1 hour ahead
    "Inès may change the date of anything on her calendar."
disclosure
    "We tell each other afterwards who it was and what protection there was."
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
aftercare
    after each encounter, aftercare by everyone within 2 days
pause
    anyone may pause encounters for at most 30 days
check-in
    check-in by everyone every week on Sunday
repair
    after each breach, debrief by everyone within 3 days
