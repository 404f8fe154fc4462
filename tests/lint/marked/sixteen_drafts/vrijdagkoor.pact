# Copied from last time, please update the names!
pact "Vrijdagkoor"
    between Annelies, Bo, Carlos, Wim and Thijs
    in force from 2024-09-01 until 2025-06-30
    time zone Europe/Brussels
use household
event rehearsal
event concert
event thank-you
event bake-sale
person eline "our conductor"

promise rehearsals
    rehearsal by everyone every week on Friday at 20:00 for 2 hours
    "We start on time, more or less."

cap not-too-much
    at most 3 rehearsals per month
    at most 12 rehearsals per month
    > People have families.

boundary fridays
    no rehearsal on Saturday or Sunday

promise concerts
    at least 2 concerts per year

promise setting-up
    chore by Annelies every week on Friday
    shopping by Annelies every week on Friday
    "Annelies also does the sheet music, the mailing list and the key. Others pitch in where needed."

promise solos
    "Marieke says who sings the solos. Her word is final."

promise dues
    payment by each party by 2024-10-15
    "Late payers hear from the Board."

repair
    after each concert, thank-you by anyone within 1 year

promise spirit
    "If you cannot come, let somebody know in good time."
    "We sing with heart. We respect each other. We communicate."
