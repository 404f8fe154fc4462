pact "Ruth and Daniel, for Lea and Jonas"
    between Ruth and Daniel
    in force from 2026-08-01
    time zone Europe/Zurich
    currency CHF

use coparents

person lea "Lea, 9"
person jonas "Jonas, 6"

promise weeks
    handover by Ruth and Daniel in turn every week on Friday at 18:00 give or take 30 minutes

promise goodnight
    call by Ruth or Daniel every day at 19:00
    except from 2026-12-24 until 2026-12-26

notice trips
    before each trip by Daniel, notice by Daniel to Ruth at least 14 days ahead

boundary partner
    no introduction by Daniel unless consent by Ruth within the last 30 days
    > The children have had enough change.

promise costs
    after each expense by each party, payment by the others within 14 days

promise answers
    after each message by each party, reply by each who was addressed within 24 hours

repair
    after each breach, apology by the same party within 2 days
    after 3 breaches of weeks in any 90 days, handovers pause for 14 days
    "We do not speak badly of each other in front of the children."
