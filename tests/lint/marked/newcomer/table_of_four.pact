pact "Four at the long table"
    between Ilka, Jonas, Marit and Pelle
    in force from 2026-05-20
    time zone Europe/Stockholm
    signed by Ilka on 2026-05-12
    signed by Jonas on 2026-05-12
    signed by Marit on 2026-05-13
    signed by Pelle on 2026-05-14
use relationships
matrix comfort for encounter
    activity     Ilka    Jonas    Marit    Pelle
    dinner       yes     yes      yes      yes
    overnight    yes     yes      ask      yes
    travel       yes     yes      no       yes
    festival     yes     yes      ?        yes
cap weekends
    at most 1 encounter tagged sauna per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
promise more
    "Marit may change any cell of hers on any day, and so may we all."
    "We plan the summer together in good time."
