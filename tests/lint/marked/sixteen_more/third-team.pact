pact "Third team, season 26/27"
    between Vera, Dani, Malik and Jo
    in force from 2026-08-15 until 2027-05-31
    time zone Europe/Madrid
    currency EUR
    signed by Vera on 2026-08-01
    signed by Dani on 2026-08-03
    signed by Malik on 2026-08-03
    signed by Jo on 2026-08-04

use household

event training
event weigh-in
event friendly
    plural friendlies

promise training
    training by everyone every week on Tuesday and Thursday at 19:00
    "Be there a bit before, warmed up."
    before each absence by Dani or Malik or Jo, consent by Vera within the last 3 days
    "Missing too often means the bench."

promise shape
    weigh-in by Dani and Malik and Jo every week on Monday at 18:00
    "Who is above the agreed weight trains on Saturday too until it is gone."
    "Vera looks at a knee and says if it plays. We do not run to the league doctor for every twinge."

boundary match-eve
    no party by Dani or Malik or Jo on Friday between 21:00 and 06:00

promise phones
    after each message by Vera, reply by Dani and Malik and Jo within 1 hour
    "Team chat first, then everything else."

promise fees
    payment by each party every month by day 10
    "The fee is paid in one go in September."
    "Five euros for being late, ten if you argue about it."

promise together
    "Couples within the team are not on. If it happens one of the two goes."
    "What Vera says to someone in the changing room is not for parents, partners or the board."

check-in
    check-in by everyone every month on the last Thursday at 21:00
    if we can

repair
    after each breach, talk by everyone within 7 days
