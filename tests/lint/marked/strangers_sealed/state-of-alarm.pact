pact "When it gets hot"
    between Ruben and Malin
    in force from 2026-02-20 until 2026-08-20
    time zone Europe/Stockholm
    signed by Ruben on 2026-02-15
    signed by Malin on 2026-02-16
use relationships

state cooling
    starts with conflict
boundary calm
    no date-night while cooling
promise talk
    after each conflict, debrief by everyone within 2 days
    "Nobody follows the other into another room."
    "Whoever shouted first says sorry first, and whoever shouted louder says it louder."
repair
    after each breach, apology by the same party within 1 day
