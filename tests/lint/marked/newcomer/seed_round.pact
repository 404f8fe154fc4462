pact "Seed round"
    between Ravi, Lena and Hugo
    in force from 2025-05-15 until 2026-05-15
    signed by Ravi on 2025-05-15
    signed by Lena on 2025-05-10
    signed by Hugo on 2025-05-15
use team
promise stand
    standup by everyone every day at 09:00
promise board
    one-on-one by each party every 2 weeks
cap leave
    at most 2 leave-days per month by Hugo  
promise grind
    "Whoever breaks the build does the coffee run for a week."
    "We pick up the phone within ten minutes, nights and Sundays included."
    "Ravi decides when we disagree, end of story."
    "Leave before the funding and your shares are gone."
    "Hugo is the weak link, and that has to change by June."
    "A real founder does not get tired."
    "It goes without saying that nobody talks about pay with people from outside."
    "Bugs are fixed as fast as possible."
