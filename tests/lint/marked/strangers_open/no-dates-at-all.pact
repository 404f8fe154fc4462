pact "Loose"
    between Cleo and Finn
use relationships

cap
    at most 3 encounters per week
    "We keep it reasonable and check in regularly."
    "Usually home before it gets too late."
