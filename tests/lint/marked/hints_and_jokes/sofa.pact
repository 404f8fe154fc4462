pact "The Treaty of the Sofa"
    between Rosa and Lev
    in force from 2025-11-01
    time zone Europe/Berlin
    signed by Rosa on 2025-10-20
    signed by Lev on 2025-10-21
use relationships
promise sofa
    "His Majesty Lev, Lord of the Unwashed Pan, rises by ten in the morning."
    "One more weekend like that and my suitcase knows the way."
    "A person with half a brain would notice when I have gone quiet."
    "Whoever calls time-out in a quarrel gets the couch that night."
    "We will forever be each other's first phone call."
    at most 3 encounters per month by each party
    at most 5 encounters per month by each party
    review by everyone every 6 weeks
