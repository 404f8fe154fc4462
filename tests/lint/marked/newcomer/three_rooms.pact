pact "Three rooms, one kitchen table"
    between Mila, Jo and Sef
    in force from 2026-04-01 until 2027-03-31
    time zone Europe/Brussels
    signed by Mila on 2026-03-20
    signed by Jo on 2026-03-21
    signed by Sef on 2026-03-20
use relationships
person robin "Robin, from the climbing wall" known since 2025-09-01
notice ahead
    before each encounter, notice by the same party to the others at least 24 hours ahead
disclosure tell
    after each encounter, disclosure by the same party to the others within 2 days
    covering who, protection
testing
    test by each party every 90 days
    after each test, notice by the same party to the others within 2 days
aftercare
    after each encounter, aftercare by everyone within 3 days
check-in
    check-in by everyone every 2 weeks on Sunday at 11:00
pause breather
    anyone may pause encounters for at most 21 days
repair
    after each breach, debrief by everyone within 4 days
promise ease
    "We never punish a 'no', and nobody has to be in the mood."
    "Jealousy may sit at the table with us; it is nobody's fault."
    "Friends, sisters and therapists may hear all of it from whoever wants to tell them."
