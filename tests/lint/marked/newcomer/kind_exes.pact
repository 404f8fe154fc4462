pact "Still friends, still the dog"
    between Mara and Lou
    in force from 2026-06-03 until 2027-06-03
    time zone Europe/Paris
    signed by Mara on 2026-05-25
    signed by Lou on 2026-05-26

event handover
event vet
    plural vets
event news
    plural news
event talk

promise turns
    handover by Mara and Lou every 2 weeks on Sunday

notice vets
    after each vet, news by the same party to the others within 24 hours

repair
    after each breach, talk by Mara and Lou within 7 days
    talk by Mara and Lou every 3 months

promise dog
    "Vet bills are halved, and the receipt goes into the tin."
    "New partners may walk the dog if they want to and the dog wants to."
    "We never ask the neighbours who came by."
    "Either of us may hand the dog over for good, and will not be called names for it."
