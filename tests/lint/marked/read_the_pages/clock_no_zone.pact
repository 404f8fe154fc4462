pact "Band room"
    between Abe and Bix
    in force from 2026-05-04
    signed by Abe on 2026-05-01
use household
boundary quiet
    no noise between 22:00 and 08:00
promise practice
    "Drums stop when the neighbours come home."
    "Whoever practises longest carries the amps."
    "Bix shuts up when I solo."
