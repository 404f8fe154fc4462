pact "Band rehearsals"
    between Ezra, Flo and Gus
    in force from 2026-02-10 until 2026-12-31
    time zone Europe/Vienna
    signed by Ezra on 2026-02-01
    signed by Flo on 2026-02-01
    signed by Gus on 2026-02-02

event rehearsal
    plural rehearsals
event gig
    plural gigs

promise practice
    at least 2 rehearsals per week
    "Songs for a gig are fixed by midnight on Friday."
    "Next Friday is always free."
    "The van leaves at 12 on gig days."
boundary neighbours
    no rehearsal between 22:00 and 08:00
cap gigs
    at most 2 gigs per week
