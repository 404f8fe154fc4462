pact "Climbing and more"
    between Tess and Udo
    in force from 2026-02-01 until 2027-01-31
    time zone Europe/Vienna
    signed by Tess on 2026-01-20
    signed by Udo on 2026-01-20

event climb
    plural climbs
event phone-call
    plural phone-calls

boundary ex
    no phone-call with magda
boundary rope
    no climb with someone new
    "New people on the rope are fine once both of us have met them."
promise climb
    at least 1 climb by Tess and Udo per week
    "Helmets, also on the easy ones."
repair
    after each breach, phone-call by the same party within 2 days
