pact "Payments on call"
    between Sven, Ruth, Ade, Kim and Tom
    in force from 2026-02-01 until 2026-07-31
    time zone Europe/Berlin
    signed by Sven on 2026-01-28
    signed by Ruth on 2026-01-28
    signed by Ade on 2026-01-28
    signed by Kim on 2026-01-29
    signed by Tom on 2026-01-29
use team

boundary fridays
    no deploy on Friday unless incident within the last 12 hours
promise first-look
    after each incident, acknowledgement by anyone within 10 minutes
promise learning
    after each incident, post-mortem by anyone within 5 days
    "No names in the post-mortem."
cap rest
    at least 10 days between on-calls by each party
check-in
    retro by everyone every 2 weeks on Friday at 14:00
repair
    after each breach of fridays, debrief by everyone within 3 days
