pact "Two homes for Jonas and Mila"
    between Katrin and Stefan
    in force from 2026-08-24
    time zone Europe/Zurich

use coparents

event new-partner-overnight

days school-nights
    Sunday through Thursday
    except 2026-10-03 until 2026-10-18

promise change-over
    handover by Katrin and Stefan in turn every week on Friday at 17:30
    "At the door, in a friendly tone."

notice trips
    before each trip by each party, notice by the same party to the others at least 14 days ahead

disclosure health
    after each illness, message by the same party to the others within 4 hours

promise calls
    at least 2 calls per week by Stefan

cap screens
    at most 1 hour of screen-time per day
    only on school-nights

promise costs
    settlement by everyone every month by day 10
    "Shared costs are split fairly."
    "Stefan pays child support as the court said, whether or not we get along."

boundary partners
    no new-partner-overnight by Katrin

repair
    after each conflict, talk by everyone within 5 days
