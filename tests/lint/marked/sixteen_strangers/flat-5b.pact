pact "Flat 5B"
    between Priya, Callum, Wen and Ife
    in force from 2026-09-01
    time zone Europe/London
    currency GBP

use household

hours quiet-hours
    on Sunday through Thursday between 23:00 and 07:00
    on Friday and Saturday between 01:00 and 09:00

boundary quiet
    no noise during quiet-hours

boundary parties
    at most 1 party per month
    no party on Sunday through Thursday
    before each party, any notice by the same party to the others at least 5 days ahead

promise bins
    chore by Priya, Callum and Wen in turn every week on Tuesday
    cleaning by everyone every 2 weeks on Saturday
    "Everyone keeps the kitchen reasonably clean."

cap guests
    at most 3 nights of overnight-guests by each party per month unless consent by at least 2 of the others within the last 7 days

promise money
    rent by each party every month by day 1
    settlement by everyone every month on the last day
    "Callum fronts the broadband, everyone pays him back asap."
    "If you're skint, say so before the first, not after."

promise heating
    "18 degrees, jumpers first. Wen may go to 20 in exam season."

review
    house-meeting by everyone every month on the first Monday at 19:30
