pact "Hofweg 12, third floor left"
    between Ottilie, Bas, Rhea and Sunny
    in force from 2027-01-01
    time zone Europe/Zurich
    currency CHF

use household

promise rent
    rent by Bas and Rhea and Sunny every month on day 1 give or take 2 days
    "To Ottilie, who holds the lease and sorts out the rest with the landlord."

promise cleaning
    cleaning by Bas, Ottilie and Rhea in turn every week on Saturday
    "Properly, please. If it is really bad, someone does it again."

promise dishes
    "Dishes are not left standing for too long."

promise boiler
    repair-visit by Ottilie by 2025-10-31

boundary quiet
    no noise between 21:00 and 09:00
    no noise between 23:00 and 06:00
    "Within reason. Birthdays are something else."

boundary parties
    no party on Sunday through Thursday
    > Rhea has the early shift.

promise soup
    party by anyone every month on the last Sunday at 18:00

cap guests
    at most 4 nights of overnight-guests by each party per month
    at most 5 nights of overnight-guests by each party per week
    "Partners who basically live here chip in."

promise bins
    chore where what is bins by anyone every 2 weeks on Thursday
    "Whoever forgets pays 10 francs into the beer tin."

promise moving
    "Ottilie decides who moves in and, if it does not work, who moves out."
