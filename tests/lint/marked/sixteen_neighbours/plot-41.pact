pact "Plot 41, by the railway"
    between Wilma, Goran and Esi
    in force from 2026-03-01 until 2027-02-28
    time zone Europe/London
    signed by Wilma on 2026-02-14
    signed by Goran on 2026-02-14
    signed by Esi on 2026-02-15

use household

event watering
event digging
event bonfire

promise water
    watering by Wilma, Goran and Esi in turn every 2 days
    only between 1 May and 30 September
    "If it rained in the night, the turn is done. Nobody has to prove the rain."

promise work
    at least 2 digging by each party per month
    only between 1 March and 31 October
    if we can
    > Goran's back is Goran's to judge.

boundary sprays
    no chore tagged spray
    > The bees are next door.

boundary fires
    at most 1 bonfire per month
    > One for the plot, not one each.
    "Never when the wind is from the west, because of Mrs Obi's washing."

promise harvest
    "Everyone eats what they pick. What is too much goes on the table by the gate, free."
    "Wilma's asparagus is Wilma's. She has waited three years for it."
    "Children may eat anything they can reach."

promise shed
    "The key is under the third pot. We all know which one."
    "Tools go back wiped. The good spade is lent to nobody, not even to the vicar."

promise costs
    settlement by everyone every year by 31 October
    "The rent is split by three, seeds are whoever wanted them."

promise leaving
    "Who moves away may dig up what they planted, and leaves the beds tidy."

review
    review by everyone every year on 15 February
    house-meeting by everyone every month on the first Sunday
    only between 1 March and 31 October

repair
    after each breach, talk by everyone within 14 days
    "With tea. It is only vegetables."
