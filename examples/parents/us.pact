# Two homes, one page. Written with the help of a mediator, who asked us to keep it short
# and to write down only what can be seen from outside.

pact "Mila and Deniz, two homes"
    between Rosa and Emre
    in force from 2026-03-01 until 2028-02-29
    time zone Europe/Brussels
    signed by Rosa on 2026-02-20
    signed by Emre on 2026-02-23

use coparents

person mila
person deniz

promise handover
    handover by Rosa or Emre every week on Friday at 17:00 for 30 minutes
    except from 2026-07-18 until 2026-08-14
    > At the door, shoes stay on, ten kind minutes.
    "We do not talk about money at the door."

promise calls
    at least 2 calls with mila or deniz per week
    > The one they are not with hears their voices.

boundary bedtime
    no call between 20:30 and 07:00 on Sunday through Thursday

boundary nights
    no message between 22:00 and 06:30 unless illness within the last 24 hours

notice trips
    before each trip, notice tagged trip by the same party to the others at least 21 days ahead
    before each trip lasting more than 7 days, consent tagged trip by the others to the same party within the last 90 days

notice appointments
    before each appointment, notice tagged appointment by the same party to the others at least 3 days ahead unless illness within the last 2 days

disclosure health
    after each appointment, message by the same party to the others by 12:00 the next day
    after each illness, message by the same party to the others within 3 hours
    > Not to be asked. To be told.

disclosure school
    after each school-event, message by the same party to the others within 2 days

cap costs
    at most 200 EUR of expense per month by each party unless decision by Rosa and Emre within the last 30 days
    warn at 150

promise shares
    after each expense, settlement by the others to the same party within 21 days
    "Half and half. A photo of the receipt is enough."

check-in
    check-in by everyone every 4 weeks on Tuesday at 20:30 for 45 minutes

pause cooling-off
    anyone may pause decisions for at most 7 days
    > A decision that is right today is right next week.

review
    review by everyone every 6 months

repair
    after each breach of handover, message by Rosa and Emre within 2 days
    after each conflict, debrief by everyone within 7 days
    "The children carry no messages."
