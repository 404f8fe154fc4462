pact "The step-down flat"
    between Anton and Wilhelm
    in force from 2026-02-28
    time zone Europe/Berlin
    signed by Anton on 2026-02-25
    signed by Wilhelm on 2026-02-25

use household

person sethi "Dr. Sethi, of the clinic"

event drink
event reading
    fields value
event clinic-talk
event ward
event room-let
event told-flatmate
event passing-on
event group
event doctor
event search
event food-money
    amount in EUR
event named-person
event bad-night
event going-out

term bad-reading means reading where value is more than 0

state anton-early
    starts with moving-in by Anton
    starts with bad-reading by Anton
    lasts at most 120 days

state wilhelm-early
    starts with moving-in by Wilhelm
    starts with bad-reading by Wilhelm
    lasts at most 120 days

state anton-tested
    starts with moving-in by Anton
    starts with bad-reading by Anton
    lasts at most 240 days

state wilhelm-tested
    starts with moving-in by Wilhelm
    starts with bad-reading by Wilhelm
    lasts at most 240 days

state on-a-bad-night for each party
    starts with bad-night
    lasts at most 12 hours

boundary moving-in
    after each drink by each party, no moving-in by the same party for 90 days
    after each moving-in by each party, moving-out by the same party within 12 months

testing readings
    reading by Anton starting between 07:00 and 09:01 every day by 09:00
    only while anton-tested
    reading by Anton starting between 20:00 and 22:01 every day by 22:00
    only while anton-early
    reading by Wilhelm starting between 07:00 and 09:01 every day by 09:00
    only while wilhelm-tested
    reading by Wilhelm starting between 20:00 and 22:01 every day by 22:00
    only while wilhelm-early
    > The result goes to Dr. Sethi by itself.

testing made-up
    after each breach of readings, reading by the same party within 2 hours

repair not-made-up
    after each breach of made-up, clinic-talk by the same party within 24 hours

promise bad-readings
    after each bad-reading by each party, clinic-talk by the same party within 24 hours
    after 2 bad-readings by each party in any 30 days, ward by the same party within 48 hours
    after each ward by each party, no room-let for 21 days

consent telling
    no told-flatmate tagged about-anton unless consent tagged telling by Anton within the last 12 months
    no told-flatmate tagged about-wilhelm unless consent tagged telling by Wilhelm within the last 12 months

consent passing-on
    before each passing-on tagged about-anton, consent tagged results by Anton
    before each passing-on tagged about-wilhelm, consent tagged results by Wilhelm
    > To an employer, a court or the family.

promise visits
    group or absence by each party every Tuesday
    doctor or absence by each party every 2 weeks on Thursday
    before each absence by each party, call by the same party at least 2 hours ahead

repair weekly
    after 2 breaches of visits by each party in any 30 days, doctor by the same party every 7 days for 8 weeks

boundary private
    no search tagged antons unless consent tagged search by Anton within the last 1 day
    no search tagged wilhelms unless consent tagged search by Wilhelm within the last 1 day
    no search unless tagged owner-there

promise food
    food-money by each party where amount is at least 60 every Monday
    at least 1 shopping on Monday or Tuesday by Anton and Wilhelm per week

promise night-calls
    named-person by each party by 2026-03-07
    before each going-out starting between 23:00 and 05:00 while on-a-bad-night by each party, call by the same party within the last 1 hour

promise no-score
    "We don't keep score of who is doing better."
