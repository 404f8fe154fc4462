pact "Platform team working agreement"
    between Aiko, Bram, Chidi, Dora and Emil
    in force from 2026-10-05
    time zone Europe/Amsterdam

use team

hours core-hours
    on weekdays between 10:00 and 15:00

boundary friday
    no deploy on Friday unless tagged hotfix
    no deploy on weekends

promise reviews
    before each deploy, code-review by the others at least 1 hour ahead
    "Be kind. Review the diff, not the person."

promise pager
    on-call by Aiko, Bram, Chidi and Dora in turn every week on Monday
    after each on-call, handoff by the same party by 11:00 the next day
    > Emil is on call from January, when his trial period is over.

promise incidents
    after each incident, acknowledgement by anyone within 15 minutes
    after each incident, post-mortem by everyone within 5 days
    "Blameless. We write what the system let us do."

cap overtime
    at most 4 hours of overtime by each party per week
    warn at 3

promise standup
    standup by everyone every day at 09:30
    only on weekdays

review
    retro by everyone every 2 weeks on Thursday
    "Messages after six can wait until morning, and the sender knows it."
