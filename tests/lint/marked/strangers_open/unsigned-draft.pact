pact "Draft, please comment"
    between Shira and Dan
    in force from 2026-04-01 until 2026-12-31
    time zone Asia/Jerusalem
use household

promise dishes
    chore where what is dishes by each party every 3 days
cap parties
    at most 1 party per month
notice party
    before each party, notice by the same party to the others at least 5 days ahead
check-in
    house-meeting by everyone every 2 weeks on Monday at 20:00
repair
    after each breach, chore by the same party within 3 days
