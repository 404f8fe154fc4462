pact "Trial"
    between Rafa and Lucia
    in force from 2026-03-06
    signed by Rafa on 2026-03-06
    signed by Lucia on 2026-03-05
use relationships

cap
    at most 4 encounters per month by each party
boundary friends
    no encounter with anyone tagged friend
    "No sleeping over, no feelings."
    "We never lie to each other."
person carlos tagged friend
