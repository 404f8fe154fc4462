pact "Crunch, or how we ship it"
    between Lena, Max and Rui
    in force from 2025-09-01
    signed by Lena on 2025-08-28
use team
promise crunch
    "Max stays on chat until he sleeps and answers within a minute, Sundays as well."
    "Whoever takes a sick day buys the team breakfast."
    "Long faces are to be left in the car park."
    "Rui would do well to stop lunching with the people from sales."
    "Lena signs off on what the others do with their bonus."
    "Overtime is shared out somewhat more fairly."
    "We stand for candour."
    at most 2 deploys per week by each party
    at most 2 deploys per week by each party
    review by everyone every 8 weeks
