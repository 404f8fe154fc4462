# Flat on the fourth floor. We had a chat group and a bad winter; now we have this page.

pact "The fourth floor"
    between Ines, Juri, Kofi and Lotte
    in force from 2026-03-01 until 2027-02-28
    time zone Europe/Berlin
    signed by Ines on 2026-02-23
    signed by Juri on 2026-02-23
    signed by Kofi on 2026-02-23
    signed by Lotte on 2026-02-25

use household

person mika "Lotte's partner"
person pepe "Juri's brother"

cap guests
    at most 4 overnight-guests by each party in any 30 days
    at most 3 overnight-guests by anyone in any 7 days
    at most 3 nights of overnight-guests by each party per week
    > Four people and one shower.

notice
    before each overnight-guest, notice by the same party to the others at least 24 hours ahead
    "A line in the group is a notice."

hours quiet-hours
    on Sunday through Thursday between 22:30 and 07:00
    on Saturday and Sunday between 00:00 and 09:00

boundary quiet
    no noise during quiet-hours

cap practice
    at most 6 hours of noise per week by each party
    warn at 5
    > A cello is wonderful for an hour.

consent house-parties
    before each party, consent tagged party by the others to the same party within the last 2 weeks
    no party on Sunday through Thursday
    after each party, cleaning by the same party within 18 hours
    at most 1 party by anyone per month

promise cleaning "Bathroom and kitchen"
    cleaning by Ines, Juri, Kofi and Lotte in turn every week on Sunday give or take 1 day starting with Ines on 2026-03-08
    "Cleaning means that one would show it to a parent."

promise bins
    chore where what is bins by anyone every 2 weeks on Thursday give or take 1 day

promise rent
    rent by each party every month on day 1 give or take 3 days

consent big-things "Things above 50 euros"
    before each expense where amount is at least 50, consent tagged money by the others to the same party within the last 7 days

cap purse
    at most 250 EUR of expense by anyone per month
    warn at 200

promise settling-up
    settlement by everyone every month on the last day give or take 3 days

check-in house-meeting
    house-meeting by everyone every 4 weeks on Wednesday at 19:30 for 1 hour
    "There is soup. Nobody brings up a thing that somebody absent did."

pause exams
    anyone may pause overnight-guests for at most 14 days
    > Before exams, before surgery, before anything.

review
    review by everyone every 6 months

repair
    after each breach of quiet, house-meeting by everyone within 7 days
    after each conflict, debrief by anyone within 3 days
