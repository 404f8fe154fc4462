pact "Harbour Lane"
    between Grace, Luis, Pete and Yann
    in force from 2026-02-01
    time zone America/New_York

use household

event slip
    plural slips

event support-meeting

event drug-test

person wendy "Wendy, who runs the house" tagged staff

promise meetings
    at least 3 support-meetings by each party per week
    drug-test by each party every 7 days
    drug-test by Yann every 2 days
    > Yann came in January.

boundary dry
    no guest unless consent by wendy within the last 2 days

promise honest
    after each slip, message by the same party to the others within 12 hours
    after each slip, moving-out by the same party within 24 hours

promise house
    house-meeting by everyone every week on Sunday at 19:00
    "We do not leave anybody alone on a bad night."

repair
    after each slip, house-meeting by everyone every 1 day for 12 weeks
