# Ten more sentences, from all over the language: the same logs are judged by them, to see what the rarer forms cost.

pact "Wider"
    between Ana and Ben
    in force from 2001-01-01
    time zone Europe/Berlin
    signed by Ana on 2000-12-01
    signed by Ben on 2000-12-01

use relationships

event expense
    amount in EUR

days feasts
    every year on 24 December
    every year on 25 December

cap hours
    at most 18 hours of encounters by Ana per week

cap nights
    at most 6 days of encounters by Ana per week

cap calm
    at least 30 hours between encounters by Ben

promise talk
    at least 6 check-ins per month

disclosure aftercare
    after each encounter at home, disclosure by Ana to Ben by 20:00 the next day

promise thanks
    aftercare by Ana and Ben in turn every week on Sunday
    if we can

boundary calm-evenings
    after each expense by Ben, no encounter by Ben for 2 hours

boundary quiet-feasts
    no encounter at cafe on feasts

consent ahead
    before each encounter by Ana, consent by Ben within the last 5 days

repair
    after each breach of aftercare, check-in by everyone within 5 days
