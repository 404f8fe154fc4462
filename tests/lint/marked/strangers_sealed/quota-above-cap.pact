pact "Less work more us"
    between Dag and Ylva
    in force from 2026-02-02 until 2026-12-20
    time zone Europe/Oslo
    signed by Dag on 2026-01-30
    signed by Ylva on 2026-01-31
use relationships

promise us
    at least 3 date-nights per week
cap calm
    at most 2 date-nights per week
    > We both need evenings with nothing in them.
check-in
    check-in by everyone every week on Wednesday at 21:00
repair
    after each breach, debrief by everyone within 1 week
