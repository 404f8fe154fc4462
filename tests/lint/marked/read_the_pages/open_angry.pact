pact "After Prague"
    between Mara and Leo
    in force from 2026-05-20
    time zone Europe/Prague
    signed by Mara on 2026-05-18
use relationships
boundary nobody-from-prague
    no encounter with anyone tagged prague by Leo
promise phone
    "Leo unlocks his phone whenever I ask."
    "No more lying."
    "You knew exactly what you were doing."
    "One more time and I'm gone."
promise going-out
    "Leo is home by eleven, no discussion."
    "He sends a photo from wherever he is."
person p1 tagged prague
