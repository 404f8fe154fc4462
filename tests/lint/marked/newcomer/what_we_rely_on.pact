pact "What we rely on"
    between Nell and Ivar
    in force from 2026-06-08 until 2027-01-08
    time zone Europe/Oslo
use relationships
cap evenings
    at most 2 encounters per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who
hope a-week-away
    at least 5 encounters per week by Nell
guarantee quiet-sundays
    no encounter on Sunday
    > Sundays are ours.
example "told the day after that"
    2026-07-03 19:00 to 23:00  encounter by Nell with tor, as e1
    2026-07-05 20:00  disclosure by Nell to Ivar about e1, covering who
    expect kept
promise talk
    "We go easy on each other in the week of a deadline."
    "Being jealous is allowed, and so is saying so at three in the morning."
