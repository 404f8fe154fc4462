pact "Shared purse"
    between Ola, Priya and Fenn
    in force from 2026-03-01 until 2027-02-28
    time zone Europe/London
    signed by Ola on 2026-02-20
    signed by Priya on 2026-02-20
    signed by Fenn on 2026-02-22
use household

promise rent
    rent by each party every month on day 3
    "Who is late pays 10 pounds into the beer fund."
promise settle
    settlement by everyone every month on the last day
cap groceries
    at most 120 EUR of expense per week
    warn at 100
    "If there is more, we ask in the group chat first."
repair
    "Whoever forgets talks to the others."
