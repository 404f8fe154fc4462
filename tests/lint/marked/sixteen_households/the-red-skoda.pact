pact "The red Skoda"
    between Toni and Ilse
    in force from 2026-07-01
    time zone Europe/Vienna
    currency EUR
    signed by Toni on 2026-06-20
    signed by Ilse on 2026-06-20

use household

event drive
    fields km

event service
    amount in EUR

event damage

event booking

days toni-days
    Monday through Wednesday

days ilse-days
    Thursday and Friday

boundary days
    no drive by Ilse on toni-days unless consent by Toni within the last 3 days
    no drive by Toni on ilse-days unless consent by Ilse within the last 3 days

notice weekend
    before each drive on weekends, booking by the same party within the last 14 days

boundary no-go
    no drive by anyone tagged after-drinks

cap long
    at most 2 drives lasting more than 24 hours per month by each party

promise petrol
    "Insurance, tax and tyres half and half. Petrol by kilometres, as noted in the little book."
    "Parking tickets and toll belong to whoever parked or drove."
    settlement by Toni and Ilse every month by day 7

disclosure scratches
    after each damage, message by the same party to the others within 12 hours
    "Whoever drove pays up to the excess of 300 euros. Above that the insurance pays and we halve the rise in premium."

promise upkeep
    service by Toni and Ilse in turn every year
    "The dog may come along, on the blanket, in the back. Never the front, she bites the gear stick."

promise end
    "If one of us wants out, the other may buy the half at the price of the Eurotax list that month."
    "If nobody wants it we sell it and halve the money. We stay friends, that is the point of all this."

check-in
    talk by Toni and Ilse every 3 months
