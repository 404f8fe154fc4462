pact "Nadia and Chris, after March"
    between Nadia and Chris
    in force from 2026-05-01
    time zone Europe/Dublin
    signed by Nadia on 2026-04-30
    signed by Chris on 2026-04-30

use relationships

person kay tagged gym

boundary kay
    no meeting with kay
    no encounter
    after each meeting with kay, disclosure by Chris to Nadia within 12 hours
    "Chris leaves the gym, and may choose another one."
    "Chris blocks Kay's number. What Kay does is not in our hands."

promise open-book
    "Until Christmas Nadia can ask to see Chris's phone, and he hands it over unlocked."
    "Chris shares his location on work trips."
    "Nadia does not look at it for sport."
    "Each of us has a drawer that is nobody else's."

testing
    test by Chris by 2026-06-01
    "Nadia's own test is her business and she has had it."

check-in
    check-in by everyone every week on Sunday at 20:00
    "Half an hour, with the egg timer. When it rings, March is over for this week."

promise couple-therapy
    therapy by everyone every 2 weeks on Monday
    "Each of us may also see someone alone, and does not have to tell what was said."

promise words
    "Chris is not allowed to get angry when it comes up."
    "Cheaters do not get to be hurt."
    "Chris ought to know by now when Nadia needs to be held."
    "Either of us may leave the room. We come back within the hour, or write a line."

pause
    anyone may pause check-ins
    "The first one to stop the talks sleeps on the sofa."

promise friends
    "Nadia has told her sister and Chris has told his brother, and that is all right."
    "Bed is not owed by anybody this year."

promise lies
    "One more lie and Nadia takes the children to Cork."

review
    review by everyone on 2026-09-01

repair
    after each breach, apology by Chris within 1 day
    "Chris writes down what happened in ten lines, and Nadia reads it when she wants to."
