pact "SY Tern, four owners"
    between Anders, Birgit, Colm and Dagny
    in force from 2026-04-01 until 2027-03-31
    time zone Europe/Copenhagen
    currency DKK

use household

event sailing
event maintenance-day
event damage

cap summer
    at most 14 days of sailing by each party per quarter
    only between 1 June and 31 August

notice book
    before each sailing, any notice by the same party to the others at least 3 days ahead
    "A spontaneous evening sail is fine if nobody has booked."

promise weekends
    sailing by Anders, Birgit, Colm and Dagny in turn every week on Saturday
    only between 1 May and 30 September

boundary alone
    no sailing on Saturday unless consent by the others within the last 14 days

disclosure damage
    after each damage, message by the same party to the others within 12 hours
    "Whoever broke it says so, the kitty pays. No one was ever drowned by a scratch."

promise upkeep
    at least 2 maintenance-days by each party per year

promise money
    payment by each party every year by 31 March
    at most 3000 DKK of expense by anyone per month unless consent by at least 3 of us within the last 30 days

promise leaving
    "A share may be sold any time, first offered to the others for 30 days."
