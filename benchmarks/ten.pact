# The ten sentence forms, as in the shared cases: what the benchmarks judge.

pact "Ten forms"
    between Ana and Ben
    in force from 2000-01-01
    time zone Europe/Berlin
    signed by Ana on 1999-12-01
    signed by Ben on 1999-12-01

use relationships

event expense
    amount in EUR

cap the-cap
    at most 3 encounters by Ana in any 2 days

cap the-sum
    at most 60 EUR of expense per day

cap the-gap
    at least 2 hours between encounters

promise the-quota
    at least 2 check-ins per week

disclosure the-response
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours

notice the-precedence
    before each encounter by Ana, notice by Ana to Ben at least 3 hours ahead and at most 14 days ahead

testing the-interval
    test by each party every 30 days

check-in the-schedule
    check-in every week on Sunday give or take 1 day

boundary the-prohibition
    no encounter at home between 23:00 and 05:00 unless consent by Ben within the last 7 days

pause the-pause
    anyone may pause encounters for at most 7 days
