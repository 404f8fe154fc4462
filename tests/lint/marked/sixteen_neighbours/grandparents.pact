# Typed by Felix, corrected by Hilde.
pact "Wednesdays and Fridays with Jip"
    between Hilde, Kurt, Sanne and Felix
    in force from 2026-09-02
    time zone Europe/Brussels
    signed by Hilde on 2026-08-30
    signed by Kurt on 2026-08-30
    signed by Sanne on 2026-08-30
    signed by Felix on 2026-08-31

use household

days school-holidays
    2026-11-02 until 2026-11-08
    2026-12-21 until 2027-01-03
    2027-02-08 until 2027-02-14
    2027-04-05 until 2027-04-18

promise afternoons
    sitter by Hilde or Kurt every week on Wednesday
    except on school-holidays
    sitter by Hilde or Kurt every week on Friday
    except on school-holidays
    > Two of us, so that one can have a nap.

notice not-today
    before each absence by Hilde or Kurt, notice by the same party to Sanne and Felix at least 1 day ahead
    if we can
    "Feeling poorly in the morning is notice enough."
    "Sanne and Felix are on time for the pick-up, or ring before six."

promise food
    "One biscuit. Jip knows it is one."

cap screen
    at most 1 hour of screen-time per day
    > It was two with Kurt, in the spring.

promise doctor
    "Her inhaler is always in the red bag, and all four of us have shown that we can use it."
    "Fever, falls on the head, bees: ring Sanne or Felix at once, and 112 before that if in doubt."
    "Jip's health booklet lies with Sanne and Felix; a copy is in Kurt's drawer."

promise smack
    "Nobody smacks her, not even for running into the road."
    "Jip says sorry when she means it. We do not make her kiss anyone."

promise money
    "Nobody is paid. Bus tickets and outings go into the little book."
    settlement by everyone every month on the last day

promise secrets
    "No secrets with Jip, apart from presents."

review
    review by everyone every 6 months
    "Hilde and Kurt may say at any time that it has become too much. Then we find something else, and it stays a nice time."

repair
    after each breach, talk by anyone within 7 days
