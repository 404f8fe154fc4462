pact "For Mum"
    between Greta, Ole and Finn
    in force from 2027-01-01
    time zone Europe/Berlin
use coparents
use household

promise visits
    visit by Greta every week on Monday and Thursday at 10:00 give or take 1 hour
    visit by Ole every month
    "Finn comes when work allows."

boundary work-hours
    no visit by Greta between 08:00 and 16:00 on weekdays
    > Greta must not lose her job over this.

promise appointments
    appointment by Greta every 2 weeks
    after each appointment, message by Greta to Ole and Finn within 1 hour

promise decide
    decision by everyone by 2025-09-30
    > Whether Mum stays in the house.

promise money
    "Finn has the card and the power of attorney and takes care of Mum's money. He does not have to account for every euro."

cap spending
    at most 100 EUR of expense by Greta per month

promise nights
    "If things get worse, one of us sleeps there."

promise tablets
    "When she refuses the tablets, they go into the pudding. Dr. Brandt need not be bothered with it."

promise telling
    "We decide among the three of us and tell Mum afterwards, gently."

promise will
    "Whoever drops out of this gives up their share of the house."

check-in
    call by everyone every month
    "Nobody brings up old stories."
