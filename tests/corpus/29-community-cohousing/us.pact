pact "Old Dairy"
    between Birgit, Sunil, Asha, Theo, Magda, Frank and Rosa
    in force from 2026-01-05
    time zone Europe/Copenhagen
    signed by Birgit on 2026-01-02
    signed by Sunil on 2026-01-02
    signed by Asha on 2026-01-02
    signed by Theo on 2026-01-02
    signed by Magda on 2026-01-02
    signed by Frank on 2026-01-02
    signed by Rosa on 2026-01-02

use household

person karen "Birgit's mother"

event common-dinner
# Cooking or cleaning at a common dinner: the first and the second time within four weeks.
event first-shift
event second-shift
# At a common dinner, entered for 18:30.
event eating
    plural eating
    fields late, price
event sign-up
event plates-settled
    plural plates-settled
event plates-money
    plural plates-money
    amount in EUR
event fee
    amount in EUR
event money-vote
event arrears
    plural arrears
    amount in EUR
event payment-plan
event plan-signed
    plural plans-signed
event guest-room
    fields extra
event workshop
event booking
event power-tools
    plural power-tools
event asking-both-sides
    plural askings-both-sides
event proposal
event objection
    fields written
event passing
event vote-call
event household-vote
event listed
    plural listings
event unlisted
    plural unlistings
event car-trip
event trip-entry
    plural trip-entries
    fields km
    amount in EUR
event key-back
    plural keys-back
event missing-entry
    plural missing-entries
event punishing
    fields own-child
event moving-notice
event naming
    with person
event place-offered
    plural places-offered

hours no-tools
    between 19:00 and 08:00
    on Sunday

state stopped
    starts with objection where written is yes
    ends with proposal

state on-list for each party
    starts with listed
    ends with unlisted

promise dinners
    common-dinner every Tuesday and Thursday and Sunday at 18:30
    first-shift by each party every 4 weeks by Sunday
    only from 2026-02-01
    second-shift by each party every 4 weeks by Sunday
    only from 2026-02-01
    > Counted from Monday 5 January.

promise sign-ups
    before each eating without late by each party, sign-up by the same party at least 22 hours 30 minutes ahead
    before each eating where late is yes by each party, consent tagged cook by anyone within the last 1 day
    no eating without late where price is less than 4
    no eating where late is yes where price is less than 6
    > By 20:00 the night before. Kids under 12 are free.

promise plates
    plates-settled every month on the last day
    after each plates-settled, plates-money by each who was addressed within 10 days

promise fee-birgit
    fee by Birgit where amount is at least 270 every month by day 3

promise fee-sunil-asha
    fee by Sunil or Asha where amount is at least 330 every month by day 3

promise fee-theo
    fee by Theo where amount is at least 270 every month by day 3

promise fee-magda-frank
    fee by Magda or Frank where amount is at least 330 every month by day 3

promise fee-rosa
    fee by Rosa where amount is at least 270 every month by day 3
    > 210 for each household, and 60 for each adult in it.

repair behind
    after 2 breaches of fee-birgit in any 40 days, talk by Birgit within 14 days
    after 2 breaches of fee-sunil-asha in any 40 days, talk by Sunil or Asha within 14 days
    after 2 breaches of fee-theo in any 40 days, talk by Theo within 14 days
    after 2 breaches of fee-magda-frank in any 40 days, talk by Magda or Frank within 14 days
    after 2 breaches of fee-rosa in any 40 days, talk by Rosa within 14 days
    "With two others."

boundary money-votes
    after 2 breaches of fee-birgit in any 40 days, no money-vote by Birgit until arrears or payment-plan by Birgit
    after 2 breaches of fee-sunil-asha in any 40 days, no money-vote by Sunil or Asha until arrears or payment-plan by Sunil or Asha
    after 2 breaches of fee-theo in any 40 days, no money-vote by Theo until arrears or payment-plan by Theo
    after 2 breaches of fee-magda-frank in any 40 days, no money-vote by Magda or Frank until arrears or payment-plan by Magda or Frank
    after 2 breaches of fee-rosa in any 40 days, no money-vote by Rosa until arrears or payment-plan by Rosa
    before each payment-plan by each party, plan-signed by the others

cap guest-rooms
    at most 5 nights of guest-room without extra by Birgit per month
    at most 5 nights of guest-room without extra by Sunil or Asha per month
    at most 5 nights of guest-room without extra by Theo per month
    at most 5 nights of guest-room without extra by Magda or Frank per month
    at most 5 nights of guest-room without extra by Rosa per month
    before each guest-room or workshop by each party, booking by the same party
    before each guest-room where extra is yes by each party, booking starting between 12:00 and 00:00 by the same party within the last 12 hours
    > What is booked at noon of the day itself or later was free until then.

boundary tools
    no power-tools during no-tools
    before each power-tools between 13:00 and 14:30 by each party, asking-both-sides by the same party

consent decisions
    before each passing, any proposal at least 7 days ahead
    no passing while stopped
    before each passing tagged stopped-twice, household-vote by at least 4 of us
    > Stopped is what one household objects to, with a written reason.

cap votes
    at most 1 household-vote by each party between vote-calls
    at most 1 household-vote by Sunil or Asha between vote-calls
    at most 1 household-vote by Magda or Frank between vote-calls
    "If the two of a household disagree, theirs is an abstention."

boundary cars
    no car-trip by each party unless on-list
    before each key-back by each party, trip-entry by the same party
    after 3 missing-entries by each party in any 6 months, no car-trip by the same party for 1 month
    "0.35 a km."

boundary children
    no punishing without own-child
    > Taking something away or sending them home. Any adult may tell them off.

notice moving
    before each moving-out by each party, moving-notice by the same party at least 6 months ahead
    after each moving-notice by each party, no naming by the same party for 60 days
    before each naming not with karen, place-offered to karen

promise good-will
    "We assume good will until shown otherwise."

promise alone
    "Saying “I need to be alone” is enough, and no one takes offence."
