pact "Two homes"
    between Silke and Jan
    in force from 2026-05-01 until 2028-04-30
    time zone Europe/Berlin
    signed by Silke on 2026-04-10
    signed by Jan on 2026-04-12
use coparents
person leni
promise handover
    handover by Silke or Jan every week on Friday at 17:00
promise calls
    at least 2 calls with leni per week
boundary late-calls
    no call between 20:00 and 07:00
notice trips
    before each trip, notice by the same party to the others at least 21 days ahead
promise words
    "Leni hears nothing bad about the other home."
    "Whoever is late sends a message before 17:00."
