pact "Stop for now"
    between Cato and Liv
    in force from 2026-05-15
    time zone Europe/Oslo
    signed by Cato on 2026-05-15
    signed by Liv on 2026-05-14
use relationships
state shaky
    starts with incident
pause stop
    anyone may pause date-nights and therapy
promise ours
    at least 1 date-night per week
boundary closed
    no encounter
aftercare
    after each encounter, aftercare by everyone within 24 hours
cap nights
    at most 2 date-nights per week while shaky
repair
    after each breach, apology by Liv within 2 days
promise words
    "Using the pause more than twice a year means sleeping at a friend's."
    "Whoever calls the pause has to explain it to the other's satisfaction."
    "Liv made it happen with her sulking."
    "We stop whenever one of us says red, and tea follows."
    "You never listen when it matters."
    "The talk comes back once things are calmer."
    "A pause is a pause and not a verdict."
