pact "Hanna and Tobi, the slow way"
    between Hanna and Tobi
    in force from 2026-10-01 until 2027-03-31
    time zone Europe/Vienna

use relationships

person lex "Lex, from climbing" known since 2026-04-01

cap evenings
    at most 2 encounters per month by each party
    > Two is what we can both digest. We can always ask for more at the review.

notice
    before each encounter, notice by the same party to the others at least 2 days ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
    Hanna keeps feelings private
    "Tobi asks before he hears details. Hanna may say: not tonight."

boundary bed
    no encounter at home
    "The bed is ours. The sofa too, honestly."

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 3 days

aftercare
    after each encounter, aftercare by everyone within 2 days
    "Nobody has to be cheerful."

pause brake
    anyone may pause encounters for at most 21 days

review
    review by everyone every 6 weeks
