pact "Lindenhof co-op"
    between Ash, Bonnie, Cyrus, Dalia and Emil
    in force from 2026-10-01 until 2027-09-30
    time zone Europe/Berlin
    currency EUR
    signed by Ash on 2026-09-21
    signed by Bonnie on 2026-09-21
    signed by Cyrus on 2026-09-22
    signed by Dalia on 2026-09-22
    signed by Emil on 2026-09-24

use household

hours quiet-hours
    on Sunday through Thursday between 22:30 and 06:30
    on Saturday and Sunday between 00:00 and 09:00

boundary quiet
    no party during quiet-hours unless consent by the others within the last 14 days

notice visitors
    before each guest lasting more than 3 days, notice by the same party to the others at least 7 days ahead

cap purchases
    at most 150 EUR of expense per month by each party
    > From the common purse. Above that it goes to the plenum.

promise cooking
    cooking by Ash, Bonnie, Cyrus, Dalia and Emil in turn every day at 19:00
    except on weekends
    "There is always a pot without meat. Whoever cooks does not wash up."
    "Nobody leaves the table hungry, and nobody has to explain what they do not eat."

promise cleaning
    cleaning by Emil, Dalia, Cyrus, Bonnie and Ash in turn every week on Saturday
    grace 1 day

promise purse
    payment by each party every month by day 3
    "Each pays by income, after the table we agreed in September. Changes in income are told, not proved."
    "Emil keeps the books until March, then Bonnie. All of us can look into them at any time."

check-in plenum
    house-meeting by everyone every 2 weeks on Wednesday at 20:00 for 90 minutes
    "We look for consent. If after two meetings there is none, four of five decide."
    "Anything about one person's room or work is never decided without them there."

promise leaving
    "Who wants to leave says so three months before the day of moving out. The share is paid back within 60 days of that day."
    "In an emergency you go at once, and we sort out the rest later, gently."

promise neighbourly
    "We lock the yard at ten and the last one in checks the candles."
    "Conflicts: first the two of you, then with a third you both choose, then the mediator from the federation."

review
    review by everyone every 6 months
