pact "Payments team, on call"
    between Anders, Bea, Chidi and Dilnoza
    in force from 2026-04-06
    time zone Europe/Stockholm

use team

event page

event shift

hours office-hours
    on weekdays between 09:00 and 17:00

promise rota
    on-call by Anders, Bea and Dilnoza in turn every week on Monday at 09:00

promise answer
    after each page, acknowledgement by anyone within 10 minutes
    otherwise message by anyone within 30 minutes

promise fixed
    after each incident, fix by anyone within 4 hours
    after each incident, post-mortem by everyone within 5 office-hours

cap rest
    at least 6 hours between shifts by each party
    at most 60 hours of shifts per week by each party

boundary freeze
    no deploy on Friday unless consent by Bea within the last 1 day
    no deploy between 16:00 and 09:00

cap overtime
    at most 5 overtime per month by Chidi
    "Laptops stay within reach."

repair
    after each breach of answer, report by the same party within 1 day
    after 2 breaches of answer in any 30 days, no leave-day by anyone for 30 days
