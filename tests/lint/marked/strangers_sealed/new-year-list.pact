pact "Us, new year"
    between Ivo and Sanne
    in force from 2026-01-01 until 2026-12-31
    signed by Ivo on 2025-12-28
    signed by Sanne on 2025-12-29
use relationships

promise talk
    "We will talk more often about how we are."
    "When something is wrong we say so soon, not three weeks later."
promise phones
    "Phones stay out of the bedroom."
promise evenings
    at least 1 date-night per week
    "No cancelling at the last minute, within reason."
