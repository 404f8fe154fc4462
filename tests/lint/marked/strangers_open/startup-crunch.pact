pact "Until the demo"
    between Jess and Omar
    in force from 2026-02-16 until 2026-04-16
    time zone America/Los_Angeles
    signed by Jess on 2026-02-13
    signed by Omar on 2026-02-13
use team

promise hours
    "Both of us work as much as needed."
    "Omar sends Jess his screen recording at the end of each day."
cap overtime
    at most 10 hours of overtime per week by Omar
promise standup
    standup by everyone every day at 09:30
    "Whoever misses standup buys lunch for the other."
boundary weekends
    no standup on weekends
promise demo
    deploy by anyone every week on Friday
