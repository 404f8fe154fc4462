# First version. One page, as we were told that short ones last.

pact "Nora and Felix"
    between Nora and Felix
    in force from 2026-02-02 until 2026-12-31
    time zone Europe/Berlin
    signed by Nora on 2026-01-30
    signed by Felix on 2026-01-31

use relationships

person vera known since 2025-09-12
person paul known since 2025-10-03

term late-night means encounter between 23:30 and 05:00

cap monthly "Evenings out"
    at most 4 encounters per month by each party
    warn at 3

cap late-nights
    at most 2 late-nights per month by each party
    > Whoever waits at home does not sleep either.

notice
    before each encounter, notice by the same party to the others at least 2 days ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when

promise ours
    at least 2 date-nights by Nora and Felix per month

testing
    test by each party every 120 days
    after each test, result by the same party to the others within 3 days

check-in
    check-in by everyone every 2 weeks on Monday at 20:00 for 45 minutes

pause breather
    anyone may pause encounters for at most 14 days

review
    review by everyone every 3 months
