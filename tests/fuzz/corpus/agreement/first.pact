# Third version, after the talk on 30 August.

pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-09-07 until 2027-03-07
    time zone Europe/Berlin
    signed by Ana on 2026-08-30
    signed by Ben on 2026-08-31

use relationships

person dana "Dana" known since 2026-05-10
person kim tagged coworker

term late-night means encounter between 23:00 and 05:00

boundary no-coworkers
    no encounter with anyone tagged coworker
    > Work stays work.

boundary home-is-ours
    no encounter at home unless consent by Ben within the last 7 days

cap monthly "Evenings out"
    at most 4 encounters per month by Ana
    warn at 3

cap late-nights
    at most 1 late-night by each party in any 14 days

notice
    before each encounter by Ana, notice by Ana to Ben at least 48 hours ahead

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
    covering who, when, protection
    optionally feelings
    remind 2 hours before
    > Hearing it late hurt more than hearing it.

aftercare
    after each encounter, aftercare by everyone within 48 hours

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 2 days
    before the first encounter by each party with each person, test by the same party within the last 90 days

check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
    "We start with one thing each of us is grateful for."

pause breather
    anyone may pause encounters for at most 14 days

review
    review by everyone every 6 weeks

matrix comfort for encounter
    activity     Ana    Ben
    dinner       yes    yes
    overnight    yes    ask
    travel       ask    no

repair
    after each breach, debrief by everyone within 3 days
    after each breach, encounters pause for 14 days
    after each debrief, check-in by everyone every 4 days for 6 weeks
