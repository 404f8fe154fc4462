pact "The house of five"
    between Elio, Freya, Gwen, Hamid and Ivo
    in force from 2026-03-02
    time zone Europe/Berlin
    signed by Elio on 2026-02-27
    signed by Freya on 2026-02-27
    signed by Gwen on 2026-02-27
    signed by Hamid on 2026-02-27
    signed by Ivo on 2026-02-27

use household

# To whose room it is.
event going-in
    plural going-in
event knock
event mortgage
    amount in EUR
# The house account is short of 2,900 on the 28th, or has more.
event shortfall
event gap-share
    amount in EUR
event surplus
event savings
    plural savings
    amount in EUR
event date
    with person
event house-evening
event missed-evening
event break-up
# A chore or a ride.
event shared-chore
event rota-change
# Somebody is asked to move out.
event asked-to-leave
    plural asked-to-leave
event payback
    amount in EUR
# A positive test, or a known contact.
event health-risk
event risk-told
    plural risk-told
event test
event result
# Two in one bed, by the house calendar.
event shared-night
event house-talk
event chair
event talk-call
event extra-talk
# A change of these rules starts to hold.
event rule-change

hours house-hours
    on Monday and Thursday between 18:30 and 21:00

consent rooms
    before each going-in by each party, knock by the same party
    before each going-in, consent tagged room by each who was addressed

promise mortgage
    mortgage by each party every month by day 28
    "24 percent of the net pay of each, into the house account."

promise gap
    after each shortfall, gap-share by everyone within 8 days
    after each surplus, savings by anyone within 8 days
    "By the 5th. The gap is split evenly; what is over 2,900 goes to savings."

promise house-evenings
    no date during house-hours
    house-evening or missed-evening by each party every week on Monday and Thursday at 18:30
    at most 1 missed-evening by each party in any 14 days

cap partners
    at most 4 nights of guests with each person per month unless consent tagged nights by everyone within the last 1 month

disclosure break-ups
    after each break-up, message tagged break-up by the same party to the others within 7 days
    after each break-up, no shared-chore by the same party for 30 days
    after each break-up, rota-change by anyone within 2 days

boundary nobody-out
    after each break-up, no asked-to-leave for 30 days

promise paying-back
    after each moving-out by each party, payback by anyone to the same party within 60 days
    "The savings share, in up to 12 equal monthly payments."

disclosure health
    after each health-risk by each party, risk-told by the same party within 24 hours
    > To everybody it could touch; each of us has a private list.

testing told
    after each risk-told by each party, test by each who was addressed within 14 days
    after each risk-told, no shared-night by each who was addressed until result by each who was addressed

promise talks
    house-talk by everyone every 2 weeks on Wednesday
    chair by Elio, Freya, Gwen, Hamid and Ivo in turn every 2 weeks on Wednesday
    no house-talk lasting more than 90 minutes

promise extra-talks
    after each talk-call by at least 2 of us, extra-talk by everyone within 72 hours

promise quiet-ones
    "We hear the quiet ones."

consent changes
    before each rule-change, vote by everyone at least 14 days ahead and at most 14 days ahead
    > At the talk before; a change holds from the next one on.
