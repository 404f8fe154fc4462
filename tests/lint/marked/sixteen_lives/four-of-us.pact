pact "The four of us"
    between Ava, Bo, Carmen and Deniz
    in force from 2026-11-08
    time zone America/Toronto
use relationships
person sam tagged friend

boundary friends
    no encounter with anyone tagged friend
cap evenings
    at most 3 encounters in any 30 days
notice ahead
    before each encounter by each party, notice by the same party to the others at least 24 hours ahead
    "A notice is only for information; nobody has to say yes to it."
disclosure tell
    after each encounter, disclosure by the same party to the others within 2 days
testing
    test by Carmen every 90 days
    after each test, result by the same party to the others within 2 days
check-in
    check-in by everyone every 2 weeks
pause slow
    anyone may pause encounters
promise how-we-are
    "Barrier with anyone outside the four, no exceptions."
    "Deniz decides in the end who sleeps where."
    "Bo decides what's for dinner on Mondays, since Bo cooks."
    "The calendar is open to all four, the chats are not."
    "We cuddle up for an evening afterwards when two of us have been out."
    "Everyone respects each other."
    "More time for Ava this winter."
    "Sam Whitlock does not get to know about us."
    "Nobody is obliged to like everybody."
repair
    after each breach, talk by everyone within 5 days
review
    review by everyone every 3 months
