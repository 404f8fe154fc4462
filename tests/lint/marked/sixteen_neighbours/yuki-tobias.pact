pact "Osaka and Graz"
    between Yuki and Tobias

use relationships

event gift
    plural gifts

check-in
    call by everyone every week on Sunday at 10:00
    "Breakfast for one, dinner for the other. Cameras are optional."

promise messages
    message by each party every day
    "We answer within ten minutes as long as we are awake."
    "Read marks are switched off. We both breathe better."
    "A day of silence because of work is fine if it was said before."

promise where
    "The map stays on, so each can see where the other is."

promise visits
    visit by Tobias every 3 months
    "Yuki comes next spring, or the one after."
    "Flights are shared, half and half, from the pot."
    at least 1 gift per month

boundary others
    no encounter
    "If that ever changes, we talk before and not after."
    after each encounter, disclosure by the same party to the others within 24 hours
    "Yuki sees her ex only with Tobias on the phone."

promise truth
    "We are honest."
    "We will never hurt each other."
    "Being jealous is allowed, hiding it is allowed, too."
    "Who is sad says sad, and the other does not have to mend it."

promise money
    "The pot is an account of both names. Each of us can see it and each can close it."

promise later
    "In two years we live in one place. If Yuki does not want Graz by then, it was all for nothing."
    "Where that is, we both say, and two nos are a no."
