# How the four of us work together. Signed by the four, not by anybody above them.

pact "The platform team"
    between Amir, Birte, Chen and Dora
    in force from 2026-02-02 until 2027-01-31
    time zone Europe/Dublin
    signed by Amir on 2026-01-30
    signed by Birte on 2026-01-30
    signed by Chen on 2026-01-31
    signed by Dora on 2026-01-30

use team

boundary fridays
    no deploy on Friday through Sunday unless incident within the last 24 hours
    > Nobody should have to look at a graph on Saturday.

boundary deploy-hours
    no deploy between 16:30 and 08:00 unless incident within the last 24 hours

boundary rest
    after each incident between 22:00 and 06:00, no deploy by the same party for 12 hours
    > Who was woken at night ships nothing in the morning.

promise on-call "The phone"
    on-call by Amir, Birte, Chen and Dora in turn every week on Monday
    "Who swaps says it to all."

cap overtime
    at most 4 hours of overtime per week by each party
    at most 10 hours of overtime per month by each party
    warn at 8

boundary weekends
    no message on weekends unless incident within the last 24 hours

promise response
    after each incident, acknowledgement by anyone within 15 minutes
    after each incident where severity is high, post-mortem by everyone within 5 days
    after each post-mortem, decision by anyone within 7 days
    "We look for what made it easy to happen, never for who."

hours working-hours
    on weekdays between 09:00 and 17:30

promise requests
    after each request, reply by anyone within 4 working-hours
    > Asked on Friday afternoon, it may wait until Monday.

notice leave
    before each leave-day, notice by the same party to the others at least 14 days ahead

check-in retros
    retro by everyone every 2 weeks on Thursday at 15:00 for 1 hour

promise one-on-ones
    one-on-one by each party every 5 weeks

promise feedback
    at least 1 feedback by each party per month
    "To the person, about the work, with one thing that was good."

pause freeze
    anyone may pause deploys for at most 5 days

review
    review by everyone every 3 months

repair
    after each breach of fridays, debrief by everyone within 5 days
    after each breach of overtime, debrief by everyone within 7 days
    > A breach asks what was badly planned.
