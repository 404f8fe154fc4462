pact "Hill House"
    between Aisha, Bram, Chiara, Dov and Eli
    in force from 2026-03-01
    time zone Europe/Amsterdam

use household

hours quiet-hours
    on Sunday through Thursday between 22:30 and 07:00
    on Friday and Saturday between 01:00 and 09:00

promise kitchen
    cleaning by Aisha, Bram, Chiara and Dov in turn every week on Sunday
    otherwise cleaning by the same party within 2 days

promise rent
    rent by each party every month by day 3

boundary calm
    no noise during quiet-hours
    no party on Sunday through Thursday

cap guests
    at most 3 nights of guests per week by each party

boundary overnight
    no overnight-guest by Eli unless consent by Aisha within the last 7 days

promise bins
    chore by Bram every week on Monday at 07:00
    "Everybody leaves the bathroom as they would like to find it."
    "Heating is on a reasonable level."

check-in meeting
    house-meeting by everyone every month on the first Sunday at 17:00

repair
    after each breach of calm, payment by the same party within 7 days
    after 3 breaches of kitchen in any 60 days, house-meeting by everyone within 7 days
