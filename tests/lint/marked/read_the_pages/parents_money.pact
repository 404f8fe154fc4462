pact "Costs for Milo"
    between Anouk and Bas
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Amsterdam
    signed by Anouk on 2026-04-20
    signed by Bas on 2026-04-21
use coparents
person milo
consent costs
    before each expense by Anouk, consent by Bas within the last 14 days
promise shares
    after each expense, settlement by the others to the same party within 21 days
    "A reasonable share means half."
    "Larger things we discuss ahead of time."
