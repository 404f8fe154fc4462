pact "Two nurses"
    between Bea and Carol
    in force from 2026-02-02 until 2026-12-20
    time zone Europe/Madrid
    signed by Bea on 2026-01-20
    signed by Carol on 2026-01-21
use relationships

boundary sleep
    no check-in between 21:00 and 09:00
    > Night shifts. Whoever sleeps is not woken for talks.
check-in
    check-in by everyone every Sunday at 21:30 for 30 minutes
review
    review by everyone every 2 months
repair
    after each breach, apology by the same party within 2 days
