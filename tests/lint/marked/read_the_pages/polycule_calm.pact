pact "Kitchen table"
    between Ivo, Wren and Sol
    in force from 2026-05-04
    time zone America/Toronto
    signed by Ivo on 2026-05-01
    signed by Wren on 2026-05-01
    signed by Sol on 2026-05-02
use relationships
disclosure tell
    after each encounter, disclosure by the same party to the others within 36 hours
    covering who, protection
testing
    test by each party every 10 weeks
    after each test, result by the same party to the others within 4 days
aftercare
    after each encounter, aftercare by everyone within 3 days
check-in
    check-in by everyone every 2 weeks on Saturday at 10:00
    "Whoever cooked does not have to speak first."
pause
    anyone may pause encounters for at most 10 days
promise keys
    "Everyone has a key, and knocks anyway."
