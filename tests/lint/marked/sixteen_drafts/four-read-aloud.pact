# Fourth text. We read it aloud before we sign.
pact "Kitchen table"
    between Noor, Ilse, Dario and Fenn
    in force from 2026-12-07 until 2027-12-05
    time zone Europe/Amsterdam

use relationships

notice heads-up
    before each encounter with anyone, notice by the same party to the others at least 24 hours ahead
    "A line in our thread is a notice. Nobody has to answer it."

boundary at-ours
    no encounter with anyone at home unless consent by the others within the last 7 days
    > Each of us can take that yes back, also when the guest is already here.

disclosure tell
    after each encounter with someone new, disclosure by the same party to the others within 2 days
    covering who, protection
    > Who it was and how safe it was. The rest belongs to those who were there.

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 2 days
    before the first encounter by each party with each person, test by the same party within the last 90 days
    "With someone new we use condoms until both have seen a fresh result."

aftercare
    after each encounter with someone new, aftercare by everyone within 3 days

check-in
    check-in by everyone every 2 weeks on Sunday at 17:00 for 90 minutes
    "Each speaks once before anyone answers."

pause
    anyone may pause encounters for at most 14 days
    > It stops new dates for all four of us; we chose that. No reason is asked for, and nobody has to make up for it.

review
    review by everyone every 3 months

repair
    after each breach, debrief by everyone within 7 days
    "We begin with what was kept. Each of us may leave this agreement, or one of its bonds, on any day."
