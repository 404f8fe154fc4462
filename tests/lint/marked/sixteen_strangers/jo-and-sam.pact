pact "Jo, Sam and whoever comes"
    between Jo and Sam
    in force from 2026-11-01
    time zone Europe/Brussels

use relationships

person mika "Mika, works with Jo" tagged coworker
person ines "Ines"

disclosure nothing
    after each encounter, disclosure by the same party to the others within 2 days
    covering when
    "We tell each other that it happened, not how it was."
    "If something turns out positive, we wait for the second test before worrying the other one or Ines."

cap evenings
    at most 4 encounters per month by Jo
    at most 3 encounters per month by each party
    "Sam would rather not hear a number at all, so Jo keeps count."

boundary work
    no encounter with anyone tagged coworker unless with mika

promise us
    at least 1 date-night by Jo and Sam per week
    "Not cancelled for someone else. Cancelled for fever, of course."
    "We have sex at least on Saturdays so that we do not drift apart."

testing
    test by Sam every 6 months
    "Condoms with everyone else, always."

pause time-out
    anyone may pause encounters
    "Whoever pauses explains to the other why, in writing."

consent overnight
    before each encounter tagged overnight, consent by the others at least 1 day ahead
    "A no needs no reason. A yes can be taken back up to and at the door."
