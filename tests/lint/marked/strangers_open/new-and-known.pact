pact "Poly, but tired"
    between Sam, Robin and Alex
    in force from 2026-02-20 until 2026-08-20
    signed by Sam on 2026-02-15
    signed by Robin on 2026-02-16
    signed by Alex on 2026-02-16
use relationships

person Sabine-Winter "Sabine Winter, dentist"
cap
    at most 1 encounter with someone new per month by each party
    "Sabine calls Robin at +44 20 7946 0312 if Sam is not home."
notice
    before each encounter with someone new, consent by the others within the last 30 days
disclosure
    after each encounter, disclosure by the same party to the others within 36 hours
    covering who, protection, plans
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
aftercare
    "We come home to each other before we unpack."
pause
    anyone may pause encounters for at most 30 days
check-in
    check-in by everyone every week on Sunday
