# Ruben has MS, Sofie looks after him most days.
pact "Good days and other days"
    between Ruben and Sofie
    in force from 2026-05-04 until 2027-05-03
    time zone Europe/Brussels
    signed by Ruben on 2026-05-01
    signed by Sofie on 2026-05-02
use household
event day-off
    plural days-off
promise off "One day off a week"
    at least 1 day-off by Sofie per week
    "On a bad day, Sofie has Ruben's phone number list and may call his doctor."
    "Ruben may refuse help, and nobody sulks."
promise asking
    "Asking twice is fine. Asking is not nagging."
    "Sofie's friends come first on Thursdays."
