pact "What happens there stays there"
    between Pia and Rolf
    in force from 2026-05-15
    time zone Europe/Berlin
use relationships
boundary home
    no encounter at home
promise quiet
    "We do not ask where the other was."
    "We do not tell unless asked."
    "No feelings for anyone else, ever."
    "If one of us catches feelings, it ends with that person the same day."
