pact "Femi and Grace get it done"
    between Femi and Grace
    in force from 2026-09-07
    time zone Europe/London
    currency GBP

use relationships

event writing
event weigh-in
event fine
    amount in GBP

promise sport
    at least 3 workouts by each party per week
    at most 5 workouts per week by each party
    "No rest days until Christmas."

promise writing
    at least 5 hours of writing by Femi per week
    at least 4 hours of writing by Grace per week
    "Bad pages count. Deleting is allowed on Fridays only."

check-in mornings
    check-in by Femi and Grace every day at 07:15
    only on weekdays
    "Two lines are enough: what I did, what I will do."
    "Killing it or dying of it, we answer."

promise scales
    weigh-in by Grace every week on Monday
    "Who misses two workouts skips dinner."
    "We tell each other the brutal truth, after asking if now is a good time."

promise fines
    after each breach of writing, fine by the same party within 7 days
    "Femi pays 20 pounds for a miss, Grace pays 5."
    "The fines go to something good."
    "The big draft is finished in twelve weeks."

boundary excuses
    "No lame excuses."

promise decent
    "If one of us is ill, the other one brings soup and shuts up about goals."
    "What we write stays between us until its author shows it."
    "We never compare pages. We compare to our own last week."
    "Either can stop any time, and gets a drink for having tried."

pause rest
    anyone may pause workouts or check-ins for at most 14 days
