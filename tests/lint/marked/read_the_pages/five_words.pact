pact "Housemates, 2026"
    between Kim and Lars
    in force from 2026-05-04
    time zone Europe/Oslo
use household
promise a
    "We knock."
    "Shoes stay at the door."
    "Food with a name on it is not shared."
    "Guests leave by 23:00 on weekdays."
    "The last one out locks up."
    "Mail goes on the stairs."
promise b "Promise B"
    > Parties, we still have to talk about that.
