pact "Blue house"
    between Ash, Bea and Cleo
    in force from 2026-05-04
    time zone Europe/Lisbon
    signed by Ash on 2026-05-01
    signed by Bea on 2026-05-01
    signed by Cleo on 2026-05-01
use relationships
testing
    test every 12 weeks
    after each test, result by the same party to the others within 3 days
disclosure tell
    after each encounter, disclosure by the same party to the others within 2 days
    covering who, protection
aftercare
    after each encounter, aftercare by everyone within 2 days
pause
    anyone may pause encounters
promise metamours
    "Nobody has to be friends with anyone."
    "You can always tell your therapist, your mother, your best friend."
    "Nobody tells a partner whom they may love."
