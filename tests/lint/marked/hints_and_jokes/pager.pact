pact "Ward of the pager"
    between Ada, Bo and Cem
    in force from 2026-04-01
    time zone Europe/Berlin
    signed by Ada on 2026-03-20
    signed by Bo on 2026-03-20
    signed by Cem on 2026-03-21
use team
promise burning
    "During an outage whoever leads writes a line in the channel every 30 minutes."
    > The rota asks for it, and only while it burns.
    "We kill flaky tests without mercy and give the dead a decent joke."
    "Going home sick costs nobody a word of explanation."
    after each incident, post-mortem by anyone within 5 days
    review by everyone every 3 months
    after each breach, debrief by everyone within 3 days
