pact "Screens, us grown-ups"
    between Inês, Rafa and Lu
    in force from 2026-12-07 until 2027-06-06
    time zone Europe/Lisbon
use household
event quiet-evening
event post

hours supper
    between 19:00 and 20:00

boundary table
    no phone-use during supper unless tagged on-call or emergency
    "Everyone's phone stays in their own pocket. It is about looking up, not about handing over."

cap late
    at most 2 phone-use starting between 23:00 and 05:00 by each party per week
    if we can
    > Each counts for themselves. Nobody checks anyone.

promise private
    "Nobody reads over a shoulder. Codes, chats and search histories are each one's own, and nobody asks for them."

consent pictures
    before each post tagged picture, consent tagged picture by the others to the same party within the last 7 days
    "Whoever is in a picture may have it taken down later, on any day, without a why. For the children it takes Inês's yes and Rafa's, and theirs."

promise news
    "In the family chat each writes what they like, and each may mute it for as long as they like."

promise evening
    at least 1 quiet-evening per week
    if we can

check-in
    talk by everyone every 4 weeks on Sunday at 18:00 for 20 minutes
pause
    anyone may pause talks for at most 14 days
review
    review by everyone every 3 months
repair
    after each breach, talk by everyone within 7 days
    "A laugh first. No lists of who did what."
