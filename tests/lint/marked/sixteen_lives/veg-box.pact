pact "Long Acre farm-share"
    between Rosie, Amrit, Bea and Colm
    in force from 2026-03-01 until 2026-10-31
    time zone Europe/London
    signed by Rosie on 2026-02-20
    signed by Amrit on 2026-02-21
    signed by Bea on 2026-02-21
    signed by Colm on 2026-02-22

event harvest
event weeding
event box
    plural boxes

promise work
    at least 2 weedings by each party per month
    at least 1 weeding by each party per month
    "Hands dirty, gate shut."
    "If it pours, the day moves to the next dry one."
promise sharing
    box by everyone every week on Friday
    "Late beans are still beans, take them."
    "Each box gets about the same weight."
    "The eggs go to whoever fed the hens that week."
    "Slugs are evicted, not discussed."
    "Colm punishes the pigeons with a scarecrow."
    "Fancy a week away? Swap with someone and write it on the barn door."
    "Rosie says which field is ploughed, it's her land."
    "Anyone who misses a work day gets no box that week."
repair
    "Who could not come says so and picks another day."
