pact "Two houses, one child"
    between Dana and Piotr
    in force from 2026-01-10 until 2026-05-15
    time zone Europe/Berlin
    signed by Dana on 2026-01-05
    signed by Piotr on 2026-01-05
use coparents
promise juna
    at least 2 calls per week by Piotr
    at least 4 calls per week by Dana
    check-in by everyone every week on Sunday at 20:00 for 30 minutes
    review by everyone every 6 months
    after each breach, debrief by everyone within 3 days
    "Whoever wants out of the Sunday talk buys Juna the next pair of skates."
    "Juna may love both of us out loud, and miss whoever she is not with."
    "The choice of school we leave to Piotr, who at least can read a prospectus."
