pact "Test deal"
    between Xander and Yi
    in force from 2026-02-10 until 2026-12-31
    signed by Xander on 2026-02-01
    signed by Yi on 2026-02-01
use relationships

testing
    test by Yi every 30 days
    "Yi shows me the paper from the lab with the result."
    before the first encounter by Yi with each person, test by Yi within the last 14 days
cap
    at most 1 encounter per month by Yi
