pact "Nine hours apart"
    between Suki and Matteo
    in force from 2026-11-20
    signed by Suki on 2026-11-15
    signed by Matteo on 2026-11-16
use relationships

promise calls
    call by everyone every week on Sunday at 09:00
    "Sunday's call is breakfast here, bedtime there."
    "A missed call is a missed call, no inquest."
    "If one of us falls asleep on the line the other gently hangs up."
promise visits
    at least 1 visit by Matteo per year
promise words
    "Suki texts when she gets in, when she goes out, and who else is there."
    "A photo from where you are, whenever the other one asks for it."
    "Postcards count double."
    "Matteo does not drink with the people from the lab any more."
    "Read receipts are off and that's not a secret, it's a holiday."
    "We'd both like to hear more about the boring days."
    "We phone soon after a fight."
    "I'll never leave you."
    "Each of us knows the other's bank PIN, so there are no secrets."
    "Flights are paid half and half, whoever flies."
repair
    after each breach, talk by everyone within 3 days
review
    review by everyone every 3 months
