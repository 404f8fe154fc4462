pact "Priya and Tom"
    between Priya and Tom
    in force from 2026-06-01 until 2026-12-01
    time zone Europe/London
    signed by Priya on 2026-05-24
    signed by Tom on 2026-05-25

use relationships

cap evenings
    at most 3 encounters per month by each party
    warn at 3

disclosure tell
    after each encounter, disclosure by the same party to the others within 2 days
    covering who, protection
    optionally feelings
    Tom keeps feelings private
    > We do not need the whole story.

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 3 days

aftercare
    after each encounter, aftercare by everyone within 2 days
    "A walk with the dog is enough."

pause breather
    anyone may pause encounters for at most 21 days

check-in
    check-in by everyone every 2 weeks on Sunday at 18:00

repair
    after each breach, debrief by everyone within 5 days

review
    review by everyone every 2 months
