pact "Names"
    between Jan and Jana
    in force from 2026-02-10 until 2026-12-31
    time zone Europe/Prague
    signed by Jan on 2026-02-01
    signed by Jana on 2026-02-01
use relationships

person petr
person petra
event sauna-night
cap evening
    at most 2 encounters per week by each party
cap evenings
    at most 6 encounters per month by each party
notice
    before each encounter, notice by the same party to the others at least 1 day ahead
testing
    "We use condoms with everyone else."
    test by each party every 3 months
    after each test, result by the same party to the others within 3 days
aftercare
    after each encounter, aftercare by everyone within 1 day
pause
    anyone may pause encounters
check-in
    check-in by everyone every week on Tuesday at 19:00
