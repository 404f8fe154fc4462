pact "Score"
    between Suna and Till
    in force from 2026-05-25
    time zone Europe/Berlin
use household
promise points
    "Every forgotten chore is one point, ten points cost a dinner."
    "Till is grounded when he forgets the bins."
    "The loser cleans the toilet for a month."
    "Suna is a control freak, so she makes the list."
    "Chores are done whenever someone has time."
    "We spend less on takeaways."
