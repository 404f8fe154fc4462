pact "The big kitchen at Quellhof"
    between Ruth, Anselm, Yara, Milo and Chidi
    in force from 2026-12-07 until 2027-12-05
    time zone Europe/Vienna
use household

days cook-days
    Monday and Thursday

promise cooking
    cooking by Ruth, Anselm, Yara, Milo and Chidi in turn every week on Monday and Thursday at 19:00
    "One dish without meat and without nuts, always. Who cannot cook that day swaps, or orders pizza from the kitty."
    "Anyone may sit out a month: exams, a sick parent, no energy. You still eat with us."

promise washing-up
    after each cooking, cleaning by anyone within 3 hours
    "Those who ate. Who has to put a child to bed goes, and nobody counts."

notice guests
    before each guest on cook-days, notice by the same party to the others at least 1 day ahead
    > The cook needs a number.

promise kitty
    payment by each party every month by day 5
    "40 euros, or what you can. Ruth keeps the tin until summer, then Milo; the book lies next to it, and anyone may look."
consent big-things
    before each expense where amount is at least 120, consent tagged money by the others to the same party within the last 14 days
promise fridge
    "What has a name on it belongs to that name. What has none by Sunday at six is for everyone."

check-in
    house-meeting by everyone every 4 weeks on Tuesday at 20:00 for 1 hour
    "Whoever cooked last does not take the minutes."
pause
    anyone may pause guests for at most 14 days
review
    review by everyone every 6 months

repair
    after each breach, talk by everyone within 14 days
    after each conflict, talk by everyone within 7 days
    "Hanna from the garden group listens, if all who quarrelled want her."
promise moving-on
    "Who moves on takes their pots and gets back what is left of that month's forty."
