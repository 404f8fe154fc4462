pact "Plot 14"
    between Bertha, Farid, Liv and Noor
    in force from 2026-03-01 until 2027-02-28
    time zone Europe/Copenhagen
    signed by Bertha on 2026-02-20
    signed by Farid on 2026-02-20
    signed by Liv on 2026-02-21
    signed by Noor on 2026-02-23

use household

event watering

event work-day

promise water
    watering by Bertha, Farid, Liv and Noor in turn every 3 days
    only between 1 May and 30 September
    > Somebody else may do it for you, just say so.

promise work-days
    work-day by everyone every month on the first Saturday at 10:00
    if we can

cap money
    at most 60 EUR of expense per month
    no expense where amount is at least 40 unless consent by at least 2 of the others within the last 14 days

promise harvest
    "We pick what we eat, and leave the last ones for the others."

repair
    after 3 breaches of water in any 60 days, talk by everyone within 14 days

review
    review by everyone every 4 months

closing keys
    after each leave, settlement by everyone within 14 days
