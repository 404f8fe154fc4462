pact "Sam and Wiktor, no excuses"
    between Sam and Wiktor
    in force from 2026-01-05
    time zone Europe/Warsaw

use relationships

event writing

event donation
    amount in PLN

event cold-shower

event weigh-in

promise train
    at least 5 workouts by Sam per week
    at least 3 workouts by Wiktor per week

promise write
    at least 7 writings lasting at least 1 hour by Wiktor per week

promise weight
    weigh-in by Sam every day by 08:00
    > So that I cannot cheat.

check-in
    message by each party every day by 22:00
    after each message by each party, reply by the others within 1 hour

repair
    after each breach of train, donation by the same party within 2 days
    after each breach of train, cold-shower by the same party every 1 day for 2 weeks
    after each breach of write, no date-night by the same party for 7 days
    after 2 breaches of weight in any 14 days, no meeting by Sam for 7 days
    "No excuses, not even being ill."

pause breather
    anyone may pause workouts for at most 3 days
