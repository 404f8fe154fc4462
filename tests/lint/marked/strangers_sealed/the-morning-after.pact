pact "New terms"
    between Leon and Mia
    in force from 2026-02-23
    time zone Europe/Berlin
    signed by Leon on 2026-02-22
    signed by Mia on 2026-02-22
use relationships

boundary exes
    no encounter with rico
    "Leon is a cheater and has to win it all back."
    "He sleeps on the couch until she says so."
review
    review by everyone every month on day 1
repair
    after each breach, debrief by everyone within 3 days
