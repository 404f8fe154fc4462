pact "Rules of the house"
    between Gus, Hana and Mio
    in force from 2026-05-11
    time zone Europe/Madrid
    signed by Gus on 2026-05-08
    signed by Hana on 2026-05-09
    signed by Mio on 2026-05-09
use relationships
consent others
    before each encounter by Mio, any consent by Gus at least 1 day ahead
promise veto
    "Gus and Hana were first, so what they say goes."
    "If Hana says no to a person, Mio stops seeing that person."
    "Mio doesn't bring it up with their sister or anyone outside the house."
    "If Mio leaves, they leave the flat with nothing."
