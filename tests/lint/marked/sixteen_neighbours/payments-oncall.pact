# Agreed in the retro of 12 October, wording by Farid.
pact "Payments team"
    between Farid, Greta, Hui and Olek
    in force from 2026-10-19
    time zone Europe/Berlin
    signed by Farid on 2026-10-14
    signed by Greta on 2026-10-14
    signed by Hui on 2026-10-15
    signed by Olek on 2026-10-16

use team

days workdays
    Monday through Friday
    except every year on 24 December
    except every year on 31 December

hours office
    on workdays between 09:00 and 17:00

boundary friday
    no deploy on Friday through Sunday unless tagged hotfix
    > We like our weekends.

promise pager
    on-call by Farid, Greta, Hui and Olek in turn every week
    "Whoever has the pager keeps it within reach, day and night, for that week. Nobody else does."
    "A night with a page is followed by a late start, without asking."

disclosure incidents
    after each incident, acknowledgement by anyone within 30 minutes
    after each incident, post-mortem by everyone within 5 workdays
    covering cause, learned
    > It names causes, no people.

cap overtime
    at most 6 hours of overtime per week by each party
    warn at 4

promise reviews
    after each deploy, code-review by the others within 8 office
    "A review says what is good, too. Hard words are for code, never for people."

promise absence
    before each leave-day, notice by the same party to the others at least 3 days ahead
    "Ill is ill. One line in the channel is enough, and nobody asks what it is."
    "On a day off no one is expected to read anything."

check-in
    retro by everyone every 2 weeks on Thursday

review
    review by everyone every 3 months

repair
    after each breach, talk by anyone within 7 days
    "If someone cannot keep a turn, we swap. That is not a breach, just a swap."
    "Who leaves the team hands over in their last week, as far as there is one."
