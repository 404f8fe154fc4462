# Written at the mediator's in June, typed up at home.
pact "Juno and Leo, two homes"
    between Carla and Stefan
    in force from 2026-08-17 until 2027-08-15
    time zone Europe/Vienna
    signed by Carla on 2026-06-21
    signed by Stefan on 2026-06-23

use coparents

promise fridays "The change of homes"
    handover by Carla and Stefan in turn every week on Friday at 17:00 give or take 30 minutes
    > The one who had the children brings them. So nobody is fetched away.
    "Bags, glasses and the inhaler travel with the children."

notice journeys
    before each trip, notice by the same party to the others at least 14 days ahead
    "The notice says where the children sleep and a number to reach them."

boundary swaps
    no swap unless consent by the others within the last 14 days
    "A no to a swap needs no reason, and we keep no tally of them."

promise calls
    at least 2 calls per week by each party
    only from 2026-08-24
    "The children may ring the other home whenever they like, with the door closed."

disclosure sickness
    after each illness, message by the same party to the others within 6 hours
    "School and doctor have both our numbers, and both of us may ring them."

promise costs
    after each expense where amount is more than 50, settlement by the others within 30 days
    "Halves, with a photo of the receipt. Up to 50 euros stays with the one who bought it."
    before each expense where amount is more than 300, talk by everyone within the last 30 days

promise new-people
    before each introduction, talk by everyone within the last 30 days
    > Not for permission. So that neither of us hears it from a six-year-old.

check-in
    check-in by everyone every month on the first Monday at 20:00 for 30 minutes

pause
    anyone may pause swaps for at most 30 days

review
    review by everyone every 3 months

repair
    after each breach, talk by everyone within 7 days
    "If two talks do not help, either of us may call the mediator, and we share the bill equally."
    "Each of us may end this text by saying so in writing. Then the court's plan of 2025 holds again, and neither owes the other anything for ending it."
