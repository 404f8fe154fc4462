pact "The blue Corolla"
    between Kessler, Nwosu and Brandt
    in force from 2027-01-01
    time zone Europe/Berlin
use household
event drive
event wash
event tyre-check
person tom

notice booking
    before each drive, notice by the same party to the others at least 1 hour ahead
    before each drive, notice by the same party to the others at least 2 days ahead
    "Except when it is urgent."

boundary length
    no drive lasting more than 5 hours
    > So that everyone gets a turn.
cap weekends
    at most 1 drive lasting more than 24 hours by each party per month
boundary days
    no drive by Nwosu or Brandt on Tuesday
    no drive by Kessler on Monday through Friday

promise fuel
    "The car comes back clean and with enough in the tank."
promise upkeep
    wash by Kessler every month
    bill by Kessler every year on 1 March
    repair-visit by Kessler by 2025-11-30
    "Insurance and tax run through Kessler; we settle that somehow."
promise damage
    "Whoever drove last pays for the scratch, whoever made it."
    "Tom decides if we do not agree."
promise cost
    settlement by everyone every month
cap money
    at most 200 EUR of expense by anyone per month
    warn at 250

example "back too late"
    2027-01-08 09:00  notice by Nwosu to Kessler and Brandt
    2027-01-10 09:00 to 13:30  drive by Nwosu
    expect broken length
