pact "Open window"
    between Ines and Theo
    in force from 2026-05-01
use relationships
promise open
    at most 3 encounters per month by each party
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
    after each encounter, aftercare by everyone within 48 hours
    test by each party every 90 days
    after each test, result by the same party to the others within 2 days
    check-in by everyone every week on Sunday
    anyone may pause encounters for at most 14 days
    after each breach, debrief by everyone within 3 days
    review by everyone every 8 weeks
    "A no needs no reason and costs nothing but a pot of tea, which I pour."
