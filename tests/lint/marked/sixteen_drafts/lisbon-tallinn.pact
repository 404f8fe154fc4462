pact "Lisbon - Tallinn"
    between Ayo and Petra
    in force from 2027-01-01 until 2027-04-30
    time zone Europe/Lisbon
use relationships
person thiago "Petra's flatmate"

promise goodnight
    call by everyone every day at 23:00 give or take 15 minutes
boundary sleep
    no call between 22:30 and 07:30
    > Petra starts at eight.

promise replies
    after each message by Ayo, reply by Petra to Ayo within 10 minutes
    after each message by Petra, reply by Ayo to Petra within 1 day

promise map
    "We both leave the live location on. With Petra it also stays on at night, so Ayo can sleep."

boundary flatmate
    no meeting by Petra with tiago
    > He means well but.

disclosure nights-out
    after each meeting by Petra, message by Petra to Ayo within 30 minutes
    covering who, photo

promise saturdays
    "Saturday night the camera is on and we are close, tired or not. That is what keeps us together."

promise visits
    visit by Petra every 6 weeks
    visit by Ayo on 2025-12-20
    "Flights are shared fairly."

promise quarrels
    after each conflict, apology by Petra to Ayo within 1 hour
    "After a row nobody goes silent on the other."

check-in
    check-in by everyone every 2 weeks on Sunday at 18:00

review
    review by everyone every 6 months
