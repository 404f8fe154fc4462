pact "Handovers"
    between Sandra and Mick
use coparents
promise fridays
    handover by everyone every 2 weeks on Friday at 17:30
notice trips
    after each trip by Mick, message by Mick to Sandra within 2 days
boundary swaps
    no swap on weekdays on Saturday or Sunday
promise rest
    "Mick is unreliable and everyone at school says so."
    "One more late pickup and I will see to it that you get no summer."
    "Mick's new girlfriend does not pick the children up, and does not post about them."
    "You never once packed the swimming things."
    "A late handover costs Mick the following weekend."
    "In doubt it is done the way Sandra thinks best."
    "The children are not to be told about the court by anybody's lawyer."
    "The handover is on the weekend of the 1st, at 12 at night at the latest."
    "You ought to be grateful for every other weekend."
