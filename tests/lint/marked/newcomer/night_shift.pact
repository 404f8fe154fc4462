pact "Night shift"
    between Ada, Lin and Tomas
    in force from 2026-06-08 until 2026-12-31
    time zone Europe/Helsinki
use team
boundary fridays
    no deploy on Friday unless consent by the others within the last 1 day
promise reviewed
    before each deploy, code-review by the others within the last 3 days
promise learn
    after each incident, post-mortem by everyone within 5 days
    covering cause, fix
    "We write down what broke, and never who broke it."
promise retro
    retro by everyone every 2 weeks on Thursday at 15:00
promise pager
    "Whoever is on call answers the pager within 15 minutes."
    > A rota, one week in three. The rest of the time nobody has to answer.
    "Nobody is expected to read mail on a day off."
repair
    after each breach, debrief by everyone within 7 days
