pact "Second floor left"
    between Jule, Omar and Piet
    in force from 2026-09-01
    time zone Europe/Berlin

use household

hours quiet-hours
    on Sunday through Thursday between 22:00 and 07:00
    on Saturday and Sunday between 00:00 and 09:00

boundary quiet
    no noise during quiet-hours
    no party on Sunday through Thursday

cap parties
    at most 1 party per month
    warn at 1

notice party
    before each party, notice by the same party to the others at least 5 days ahead

cap overnight
    at most 6 overnight-guests per month by each party

promise cleaning
    cleaning by Jule, Omar and Piet in turn every week on Sunday
    grace 1 day
    "Clean means the bathroom too."
    "Everyone washes up within a reasonable time."

promise money
    rent by each party every month by day 3
    "Whoever moves out gets the deposit back within four weeks."
    "Big things for the flat we buy together and then sort it out."
    settlement by everyone every month by day 10

promise guests
    "Partners can stay as long as they like."
    "We never let guests leave hungry."
    "Piet's mother may scare us, but she always gets the good chair."

promise kitchen
    "The cast iron pan is Omar's. Do not put it in the dishwasher, he will cry."
    "I always check the stove before I go to bed. Please do not laugh at me. Jule"
    "Omar does not cook pork and nobody makes a thing of it."
    "Labelled food is left alone. What has no label is shared."

promise bins
    "Somebody takes the bins down on Tuesday night."

promise people
    "We are nice to each other."
    "If something bothers you, say it to the person, not to the fridge."

check-in
    house-meeting by everyone every month on the first Monday at 20:00 for 1 hour
