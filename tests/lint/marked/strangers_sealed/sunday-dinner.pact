pact "Dinner with the in-laws"
    between Fatima and Luis
    in force from 2026-02-01 until 2026-12-31
    signed by Fatima on 2026-01-20
    signed by Luis on 2026-01-21
use relationships

event dinner
    plural dinners

promise dinner
    dinner by everyone every month on the last Sunday
    "We leave when either of us taps the table twice."
    "His mother will not comment on what Fatima eats."
    "We never argue in the car; we always argue in the kitchen."
check-in
    check-in by everyone every month on the last Sunday
repair
    after each breach, apology by the same party within 1 day
