pact "Founders' paper, Tidewater"
    between Gregor, Elif and Hana
    in force from 2026-05-01
    time zone Europe/Lisbon
    currency EUR
    signed by Gregor on 2026-04-20
    signed by Elif on 2026-04-21
    signed by Hana on 2026-04-24

use team
use household

event work
    plural works

event side-job

promise hours
    at least 55 hours of work per week by each party
    "We work as much as it takes."

cap health
    at most 45 hours of work per week by each party
    > Hana's idea, after last autumn.

cap spending
    at most 500 EUR of expense per month by Elif
    at most 500 EUR of expense per month by Hana
    "Gregor has the logins to bank and mail, one pair of hands is enough for that."

promise pay
    "Salaries start when there is enough."

promise decisions
    decision by everyone every month on the first Monday
    "Whatever is big is decided by all three."
    "On product and money Gregor has the last word."

check-in
    standup by everyone every day at 09:15
    one-on-one by Gregor every 2 weeks on Wednesday

promise life
    "Whoever is thinking of having a child tells the others before the next round."
    "After two weeks of being ill the shares are looked at again."

boundary elsewhere
    no side-job by Elif or Hana unless consent by Gregor within the last 90 days

pause
    anyone may pause works for at most 3 days
    "Once a year each, after a word with Gregor."

promise mouths-shut
    "Numbers are for us three. Not for spouses, not for an own lawyer."

promise parting
    "Who goes within four years hands over all shares and stays out of the field for three."
    before each leave-day by each party, notice by the same party to Gregor at least 21 days ahead

repair
    after each breach, apology by the same party to Gregor within 2 days
