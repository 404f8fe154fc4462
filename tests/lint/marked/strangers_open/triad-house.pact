pact "Noa, Lior and Gil"
    between Noa, Lior and Gil
    in force from 2026-02-15 until 2027-02-14
    time zone Asia/Jerusalem
    week starts Sunday
    signed by Noa on 2026-02-10
    signed by Lior on 2026-02-10
    signed by Gil on 2026-02-11
use relationships

event family-dinner
    plural family-dinners
person amit known since 2025-07-01

promise dinner
    at least 2 family-dinners per month
    > Fridays got lost to everybody's shifts.
promise pairs
    at least 1 date-night by Noa and Lior per month
    at least 1 date-night by Lior and Gil per month
    at least 1 date-night by Noa and Gil per month
notice
    before each encounter with someone new, notice by the same party to the others at least 3 days ahead
disclosure
    after each encounter, disclosure by the same party to the others within 2 days
    covering who, protection
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 7 days
pause
    anyone may pause encounters for at most 10 days
check-in
    check-in by everyone every 2 weeks on Saturday at 20:30
review
    review by everyone every 3 months
