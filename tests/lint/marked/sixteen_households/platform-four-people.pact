pact "Platform, four people"
    between Lars, Mina, Kofi and Sue
    in force from 2026-10-05
    time zone Europe/Copenhagen
    signed by Lars on 2026-10-01
    signed by Mina on 2026-10-01
    signed by Kofi on 2026-10-01
    signed by Sue on 2026-10-02

use team

hours office-hours
    on weekdays between 09:00 and 17:00

boundary fridays
    no deploy on Friday unless tagged hotfix
    > We like our weekends.

promise second-eyes
    before each deploy, code-review by anyone within the last 3 days unless tagged hotfix
    "Anyone, that is, but the author."

promise pages
    after each incident, acknowledgement by anyone within 15 minutes
    after each incident, post-mortem by everyone within 5 days
    "A post-mortem asks what happened, never who."

promise duty
    on-call by Lars, Mina, Kofi and Sue in turn every week
    "Swaps are fine, in the channel, as long as one name is written for each night."
    "Whoever was woken starts later the next day. No need to ask."

cap overtime
    at most 5 hours of overtime per week by each party
    warn at 4

promise honest
    at least 1 feedback by Lars to Mina per quarter
    at least 1 feedback by Mina to Kofi per quarter
    at least 1 feedback by Kofi to Sue per quarter
    at least 1 feedback by Sue to Lars per quarter

check-in
    standup by everyone every day at 09:30
    only on weekdays
    retro by everyone every 2 weeks on Thursday at 14:00 for 1 hour

promise manners
    "Questions in the channel get an answer within half a working day, even if the answer is: tomorrow."
    "Nobody is expected to read messages after five or on leave."
    "We kill features we do not use, twice a year, with cake."
    "Anyone can stop a deploy by saying stop. We talk afterwards."

review
    review by everyone every 3 months
    "If three of us want a change, we try it for a month and then all four decide."
