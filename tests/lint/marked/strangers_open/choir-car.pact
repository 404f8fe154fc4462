pact "Car share"
    between Lotte, Huub and Mo
    in force from 2026-02-01 until 2027-01-31
    time zone Europe/Amsterdam
    signed by Lotte on 2026-01-20
    signed by Huub on 2026-01-20
    signed by Mo on 2026-01-22

event drive
    plural drives
    with person
event fuel
    plural fuels
    amount in EUR
event booking
    plural bookings
event car-talk
    plural car-talks

notice book
    before each drive lasting more than 3 hours, booking by the same party at least 1 day ahead
cap
    at most 6 drives per week by each party
promise fuel
    fuel by each party every 2 weeks
    "A parking fine is paid by whoever parked."
    "The tank is never left empty, please; a quarter is enough."
    "We swap the winter tyres around early November."
check-in
    car-talk by everyone every 3 months
repair
    after each breach, car-talk by everyone within 14 days
