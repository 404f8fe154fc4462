pact "Weir Rowing, women's eight"
    between Abby, Chioma, Greta, Lin and Sofia
    in force from 2026-11-01
    time zone Europe/London
event training
use team
event weigh-in
event race
    plural races
event injury
    plural injuries

promise training
    at least 3 trainings by each party per week
boundary sunday
    no training on Sunday
promise sunday-row
    training by everyone every week on Sunday at 08:00
promise care
    after each injury, training by the same party within 2 days
promise words
    "Greta, as cox, calls the stroke and we pull."
    "If it hurts you stop, and nobody looks at the clock."
    "Rowing with a pulled muscle is part of it; stopping lets the boat down."
    "Whoever misses a session does fifty press-ups before the next."
    "Lin hits the gong at the start."
    "Missing two in a row means a word with the coach, over coffee."
    "We eat together after a race, win or lose."
    "Sofia is the lazy one, so she carries the oars."
    "Kit is washed at 40 degrees."
    "Members of the club are to lend us the trailer."
    "Weights are between you and the physio."
    "Early means 5:45 on the pontoon."
    "We are all positive about the new boat."
    "Coach's phone is for emergencies on the water."
review
    review by everyone every 2 months
