pact "Coast road, two weeks"
    between Bea, Ulli and Noor
    in force from 2026-07-04 until 2026-07-18
    time zone Europe/Lisbon
    signed by Bea on 2026-05-17
    signed by Noor on 2026-06-20
event fuel
    plural fuels
    amount in EUR
event drive
cap wheel
    at most 5 hours of drives per day by each party
cap purse
    at most 400 EUR of fuel per week
    > One purse for the three of us, and the receipts hang from the mirror.
promise trip
    "On the two days in the mountains we share our location, from leaving the hut until the next one."
    "Whoever wants to fly home early simply does, and nobody sulks."
    "We set off early."
    "Next Friday we are in Porto."
    "Anyone late for the ferry is left behind, no discussion."
    "Bea always drives in cities."
