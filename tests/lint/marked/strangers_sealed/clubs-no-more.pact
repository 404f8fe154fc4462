pact "Ground rules"
    between Mick and Dee
    in force from 2026-02-20 until 2026-08-20
    time zone Europe/London
    signed by Mick on 2026-02-15
    signed by Dee on 2026-02-16
use relationships

boundary nobody
    no encounter by Mick or Dee
disclosure
    after each encounter by Mick, disclosure by Mick to Dee within 12 hours
    covering who, where
boundary sundays
    no date-night on Saturday on Sunday
check-in
    check-in by everyone every week on Thursday at 20:00
repair
    "Mick explains himself, and Dee decides if it is good enough."
