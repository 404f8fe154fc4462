pact "Nora and Felix"
    between Nora and Felix
    in force from 2026-05-01 until 2026-11-01
    time zone Europe/Vienna
    signed by Nora on 2026-04-26
    signed by Felix on 2026-04-27
use relationships
cap evenings
    at most 3 encounters per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
aftercare
    after each encounter, aftercare by everyone within 2 days
testing
    test by each party every 90 days
    after each test, notice by the same party to the others within 3 days
check-in
    check-in by everyone every week on Sunday at 19:00
pause breather
    anyone may pause encounters for at most 14 days
repair
    after each breach, debrief by everyone within 3 days
promise kind
    "Nobody reads anybody's messages, and nobody has to say where they are."
    "Either of us may say no at the door, and no reason is needed."
