pact "One evening"
    between Gwen, Hal and Ivy
    in force from 2026-05-29
    time zone America/Denver
    signed by Gwen on 2026-05-29
    signed by Hal on 2026-05-29
use relationships
testing
    before the first encounter by each party with each person, test by the same party within the last 30 days
    after each test, result by the same party to the others within 2 days
promise words
    "Red means stop, at once, for everybody."
    "Stop needs no reason."
    "Nobody films."
    "Condoms always, new one for each."
    "We sleep in our own beds."
