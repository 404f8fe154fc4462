pact "Maren and Luis, opened"
    between Maren and Luis
    in force from 2026-11-01 until 2027-05-01
    time zone Europe/Copenhagen
    signed by Maren on 2026-10-25
    signed by Luis on 2026-10-26
use relationships

cap evenings
    at most 2 encounters per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
testing
    test by each party every 3 months
    after each test, result by the same party to the others within 3 days
aftercare
    after each encounter, aftercare by everyone within 2 days
check-in
    check-in by everyone every week on Sunday at 20:00
pause breather
    anyone may pause encounters for at most 21 days
    "Whoever pauses says so, and that is all they need to say."
promise the-rest
    at least 1 date-night per week
    "Condoms with everybody else, every time."
    "With Jette we can leave the condoms off, she is one of us really."
    "We are not going to be jealous."
    "It is allowed to be jealous; we say it and put the kettle on."
    "Luis's phone lies face up on the table at dinner."
    "After a night with somebody else there is a night for us, whether one feels like it or not."
    "We both know that our bed is off limits."
    "Location sharing stays off, for both of us."
repair
    after each breach, debrief by everyone within 3 days
    after each breach, encounters pause for 14 days
