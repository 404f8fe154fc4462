pact "Denise and Rafael"
    between Denise and Rafael
    in force from 2026-02-01
    time zone Europe/London
    signed by Denise on 2026-01-25
    signed by Rafael on 2026-01-25

use coparents

person teo "Teo, 11"

event summer-weeks
    plural summer-weeks
# The day on which a ticket is bought, and the flight itself, by who sends Teo.
event ticket
event flight
    with person
    fields passport
event missed-call
event school-report
event forwarding
# Entered when it is booked.
event work-trip

days february-half-term
    2026-02-14 until 2026-02-22

days october-half-term
    2026-10-24 until 2026-11-01

days summer
    2026-07-18 until 2026-09-02

term whole-call means call with teo lasting at least 15 minutes
term short-call means call with teo tagged ended-by-teo
term moved-call means call with teo starting between 18:46 and 18:15 on Tuesday or Saturday

promise visits
    visit with teo by Rafael on february-half-term lasting at least 7 days by 2026-02-22
    visit with teo by Rafael on october-half-term lasting at least 7 days by 2026-11-01
    at least 672 hours of visits with teo by Rafael on summer per year
    > Half-term by his school's dates, and four weeks each summer. Visits happen, whether or not money is late: we never trade time for money.

promise summer-weeks
    summer-weeks by Rafael every year by 31 March

promise his-pick
    after each breach of summer-weeks, summer-weeks by Denise within 14 days

promise flights
    before each flight by each party with teo, ticket by the same party at least 21 days ahead
    after each ticket by each party, message by the same party to the others by 23:59 the same day

promise airport
    after each flight by each party with teo, pickup by the others with teo within 2 hours
    after each pickup by each party with teo, message by everyone within 30 minutes
    > “Got him.”

promise passport
    no flight where passport is not yes
    "In Porto Rafael keeps it, in Leeds Denise does."

consent third-country
    before each trip tagged third-country by each party with teo, consent tagged trip by the others
    > In writing, and for one trip. Third means not the UK, not Portugal.

promise calls
    whole-call or short-call every week on Tuesday and Saturday at 18:30
    before each moved-call, message tagged call by everyone starting between 00:00 and 17:00 within the last 1 day

promise again
    after each missed-call by each party, offer by the same party within 48 hours

promise money
    payment by Rafael where amount is at least 280 every month by day 3
    except between 1 July and 31 August
    payment by Rafael where amount is at least 140 every month by day 3
    only between 1 July and 31 August
    "Half in July or August, whichever holds most nights of the summer stay."

promise reports
    after each school-report by Denise, forwarding by Denise to Rafael within 3 days

promise work-trips
    after each work-trip by each party, message by the same party to the others within 24 hours
    after each work-trip by each party, visit with teo tagged made-up by Rafael within 6 months
    "As many days as were lost."

promise two-homes
    "Teo should feel he has two homes."

promise confidence
    "What Teo tells one of us in confidence stays there, unless he is in danger."
