pact "Kitchen table three"
    between Mara, Nico and Oskar
    in force from 2026-02-01 until 2026-12-01
    time zone Europe/Vienna
    signed by Mara on 2026-01-20
    signed by Nico on 2026-01-20
    signed by Oskar on 2026-01-21
use relationships

consent new-people
    before each encounter by Nico with someone new, consent by Mara to Nico within the last 7 days
    "Mara can veto anybody at any time."
    "In doubt, what Mara says goes."
notice
    before each encounter by Oskar, notice by Oskar to the others at least 2 days ahead
    before each encounter by Nico, notice by Nico to the others at least 5 days ahead
aftercare
    after each encounter, aftercare by everyone within 2 days
testing
    test by each party every 60 days
    after each test, result by the same party to the others within 2 days
check-in
    check-in by everyone every week on Wednesday
pause
    anyone may pause encounters for at most 10 days
