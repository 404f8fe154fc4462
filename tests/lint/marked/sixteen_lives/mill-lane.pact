pact "Flat 3, Mill Lane"
    between Tomasz, Priya and Eoin
    in force from 2026-11-01
    time zone Europe/Dublin
use household

cap sleepovers "Sleepovers"
    at most 3 overnight-guests per month by each party
    "Say so in the group chat before somebody stays; the same afternoon is fine."
boundary sleep
    no noise between 23:00 and 07:00
    "Eoin's late shift ends at two, so he comes in by the back door."
promise chores
    at least 1 cleaning by each party per week
    "Bins go out on Tuesday night, whoever passes them first."
    "The hoover lives in the hall cupboard and nowhere else."
    "Whoever breaks a glass buys the next one."
    "Skip your turn and it is twenty euro into the pizza jar."
promise odds-and-ends
    "The heating is kept at a sensible temperature."
    "The wifi password is on the router, help yourself."
    "Priya alone gets to use the balcony after ten."
    "Post for the landlord goes on the fridge, always has."
    "If one of us wants to move out, that's the usual month's notice in the lease."
promise house-talk
    house-meeting by everyone every 4 weeks
repair
    after each breach, talk by everyone within 7 days
review
    review by everyone every 3 months
