pact "Arrangement"
    between Corinna and Dirk
    in force from 2026-05-01
    time zone Europe/Berlin
    signed by Corinna on 2026-04-30
use coparents
person jonas
promise pickups
    pickup by Dirk every week on Friday at 16:00
promise conditions
    "Dirk is never on time."
    "If Dirk is late again he doesn't see Jonas that weekend."
    "His new girlfriend does not come near my child."
    "Dirk reports every evening what they ate and did."
    "Any normal father would know that."
    "I decide about school, period."
