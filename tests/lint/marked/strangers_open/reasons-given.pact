pact "Jo works nights"
    between Jo and Marius
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Oslo
    signed by Jo on 2026-01-20
    signed by Marius on 2026-01-21
use household

promise cooking
    at least 2 cooked-meals by Jo per week
    at least 4 cooked-meals by Marius per week
    > Jo has three night shifts a week until the summer.
promise shopping
    at least 1 shopping by each party per week
boundary noise
    no noise between 08:00 and 14:00 unless notice within the last 2 days
    > Jo sleeps then.
check-in
    check-in by everyone every 2 weeks on Sunday
repair
    after each breach, cooking by the same party within 3 days
