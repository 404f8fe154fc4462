pact "Two time zones"
    between Hye and Alasdair
    in force from 2026-06-10 until 2026-12-10
    signed by Hye on 2026-06-10
    signed by Alasdair on 2026-06-04
use relationships
check-in
    check-in by everyone every week on Sunday at 21:00
disclosure tell
    after each encounter, disclosure by the same party to the others within 2 days
    covering who, feelings
cap evenings
    at most 4 encounters per month
notice first
    before the first encounter by each party with each person, any consent by the others at least 1 day ahead
promise flights
    "Whoever flies pays nothing for the other's dinner, ever."
    "We reply to letters soon."
    "Silence on a busy day means nothing at all."
    "We say good night when one of us goes to bed, if we feel like it."
