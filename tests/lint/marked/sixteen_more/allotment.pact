# plot 41
pact "Allotment, plot 41"
    between Rolf, Hanne, Mirjam and Tariq
    in force from 2026-03-15
    time zone Europe/Berlin
    signed by Rolf on 2026-03-08
    signed by Hanne on 2026-03-08
    signed by Mirjam on 2026-03-10
    signed by Tariq on 2026-03-11

use household

event watering
event spraying
event harvest

promise saturdays
    chore by Mirjam and Tariq in turn every week on Saturday
    "All of us weed as much as we can manage."

promise water
    watering by anyone every 2 days
    only from 2026-05-15 until 2026-09-15
    "Twice a day if it is really hot."

boundary clean-soil
    no spraying
    > The bees, and Mirjam's toddler.
    "The roses along the fence get their treatment in May, Rolf sees to that."

cap costs
    at most 200 EUR of expense per year
    "Whatever the garden needs can be bought and is split by four."
    after each expense, settlement by the others within 90 days

promise the-shed
    "The lease is in Rolf's name, so what is planted where is his call in the end."
    "The key to the shed hangs at Rolf's. Ring him before you come."

promise crops
    harvest by anyone every 7 days
    only from 2026-06-15 until 2026-10-15
    "The harvest is shared fairly."

cap visitors
    at most 2 guests per month by Mirjam or Tariq

promise going
    "If one of us gives up, the money they put in stays in the ground, and the beds go to whom Rolf picks."
