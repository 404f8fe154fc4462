pact "Payments team"
    between Ali, Bo, Chi and Dee
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Dublin
    signed by Ali on 2026-04-20
    signed by Bo on 2026-04-20
    signed by Chi on 2026-04-20
    signed by Dee on 2026-04-21
use team
boundary fridays
    no deploy on Friday
cap overtime
    at most 5 hours of overtime per week by each party
promise response
    after each incident, acknowledgement by anyone within 15 minutes
    "Whoever is on call may say: I need help."
    "The on-call phone is passed on, unlocked, on Monday at 10:00."
    "Production passwords live in the vault and nowhere else."
