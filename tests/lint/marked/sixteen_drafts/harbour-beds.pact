pact "Harbour House"
    between Gale, Tobin, Priya and Luz
    in force from 2027-01-11
    time zone America/Chicago
use relationships
use household

boundary sober
    no party
testing
    test by Tobin and Priya and Luz every 7 days
    after each test, result by the same party to Gale within 1 hour
    "Gale may also ask for a test at any time. Saying no counts as positive."
promise meetings
    at least 5 meetings by each party per week
promise chores
    chore by Tobin, Priya and Luz in turn every day
    "Gale has an eye on whether it was done right."
promise phones
    "Phones go into the office at 20:00 and come back after breakfast. Family calls are on Sunday, on speaker."
promise first-weeks
    "In your first ninety days you do not see anyone from before. It is for your own good."
promise medicine
    "Gale keeps and hands out all medicine, and doctors are seen after a word with Gale."

disclosure slip
    after each incident, disclosure by the same party to the others within 1 hour
    "We look after each other here, and what happens in the house stays in the house."
repair
    after each incident, cleaning by the same party every day for 4 weeks
    "Two slips and your bed goes to somebody who wants it."

promise weekend
    "Saturdays from noon until ten are free. A note on the board says roughly when you are back."
promise going
    "Who leaves before six months leaves the deposit here."

check-in
    check-in by everyone every day at 21:00
    "Anyone may pass."
pause
    anyone may pause meetings for at most 3 days
