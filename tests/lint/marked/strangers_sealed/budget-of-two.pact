pact "Money talk"
    between Halima and Piet
    in force from 2026-02-01 until 2026-12-01
    signed by Halima on 2026-01-20
    signed by Piet on 2026-01-21
use household

cap treats
    at most 150 EUR of expense per month by Halima
    at most 150 EUR of expense per month by Piet
promise rent
    bill where for is rent by Piet every month on day 1
    bill where for is food by Halima every month on day 1
promise look
    "On the first Sunday we open the account together and look."
    "Whoever forgets a bill tells the other the same evening."
review
    review by everyone every 3 months
repair
    after each breach, house-meeting by everyone within 7 days
