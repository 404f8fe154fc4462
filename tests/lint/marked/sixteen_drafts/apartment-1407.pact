pact "Apartment 1407"
    between Irena, Marlon and Joy
    in force from 2027-01-01
    time zone Asia/Dubai
    currency AED
use household

promise rent
    rent by Marlon and Joy every month on day 1
    at least 1400 AED of payment by each party per month

promise papers
    "Irena keeps the three passports in the safe, as they get lost so easily."
    decision by Irena by 2025-06-30
    > About the visas.

promise flights
    "The flights that Irena advanced are worked off. Until then the phone contracts run in her name."

boundary door
    no guest by Marlon and Joy
    no absence by Joy lasting more than 4 hours unless consent by Irena within the last 1 day
    "The door is locked at eleven. Irena has the key."

promise cleaning
    cleaning by Joy every day
    cooking by Marlon or Joy every day at 18:30
    "Everyone does their part."

promise trouble
    "If there is trouble with an employer or with the papers, we ask Irena and not the embassy or strangers."

promise cousins
    "Joy sees her cousins on the first Friday, if the flat is in order."

notice going
    before each moving-out, notice by the same party to the others at least 6 months ahead
    "Who goes earlier pays what is open, for all three."

promise language
    "At table we speak so that Irena understands."

check-in
    house-meeting by everyone every month on the first Friday at 23:30
    "Irena says what needs to change."
