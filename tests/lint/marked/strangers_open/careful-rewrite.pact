pact "Elif and Jonas, second year"
    between Elif and Jonas
    in force from 2026-03-15 until 2027-03-14
    time zone Europe/Zurich
    signed by Elif on 2026-02-24
    signed by Jonas on 2026-02-24
use relationships

cap evenings
    at most 2 encounters in any 14 days by each party
disclosure
    after each encounter, disclosure by the same party to the others by 12:00 the next day
    covering who, when, protection
    optionally feelings
    "Nobody has to tell how it was."
    "Being jealous is fine, and so is saying it."
aftercare
    after each encounter, aftercare by everyone within 2 days
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
pause
    anyone may pause encounters for at most 21 days
    "Nobody asks why before the kettle has boiled."
check-in
    check-in by everyone every 2 weeks on Sunday at 17:00
repair
    after each breach, debrief by everyone within 3 days
    "Nobody is punished. We look at what made it hard."
