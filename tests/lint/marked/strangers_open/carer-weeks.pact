pact "Looking after Mum"
    between Joan, Peter and Lily
    in force from 2026-02-09 until 2026-08-09
    time zone Europe/Dublin
    signed by Joan on 2026-02-01
    signed by Peter on 2026-02-02
    signed by Lily on 2026-02-02

event visit
    plural visits
    with person
event night-watch
    plural night-watches
event shop
    plural shops
    amount in EUR
event family-call
    plural family-calls

promise visits
    at least 2 visits by each party per week
    "Peter comes when he can."
promise nights
    at least 3 night-watches by Lily per week
    at least 1 night-watch by Peter per week
promise call
    family-call by everyone every Sunday at 20:00
    "Mum takes her tablets without a fuss."
cap spending
    at most 80 EUR of shop per week
