pact "Platform on-call, second half"
    between Dov, Ayla, Bruno and Chen
    in force from 2026-07-01
    time zone Europe/Warsaw
    week starts Monday

use team

promise rota
    on-call by Ayla, Bruno and Chen in turn every week on Monday
    > Dov leads the team and keeps his head free.

promise wake-up
    after each incident, acknowledgement by anyone within 5 minutes
    "The one on call stays in town that week, sober and near a desk."
    "The pager app shows Dov where each of us is, so that he can call the nearest."

promise learning
    "Incidents that matter get a post-mortem."
    after each post-mortem, message by the same party within 3 days

boundary freeze
    no deploy on Friday

promise shipping
    deploy by Ayla or Bruno every week on Friday at 15:00
    after each deploy tagged risky, code-review by anyone within 1 day

promise balance
    "Nights are made up for once things calm down."
    "If you are ill, you find the cover yourself, and a week without cover counts twice at the next turn."

notice holidays
    before each leave-day by Ayla or Bruno or Chen, notice by the same party to the others at least 30 days ahead

promise our-matters
    "Whoever thinks it is too much takes it to Dov; we do not go to HR or the works council with rota things."
    "Stepping out of the rota is possible, the bonus of that year then goes back into the pot."
