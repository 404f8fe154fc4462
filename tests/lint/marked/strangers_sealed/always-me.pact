pact "Mending"
    between Petra and Goran
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Zagreb
    signed by Petra on 2026-01-20
    signed by Goran on 2026-01-21
use relationships

promise evenings
    at least 1 date-night per week
check-in
    check-in by everyone every week on Sunday at 18:00
repair
    after each breach, apology by Goran to Petra within 1 day
    "Petra accepts it when she is ready."
