pact "Mira and Jonas, opening"
    between Mira and Jonas
    in force from 2026-03-02
    time zone Europe/Berlin
    signed by Mira on 2026-02-26
    signed by Jonas on 2026-02-27

use relationships

person kim "Kim, whom Jonas met at the choir" known since 2026-02-14

cap evenings
    at most 2 encounters per month by each party

notice before
    before each encounter, notice by the same party to the others at least 2 days ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 3 hours
    covering who, place, protection and feelings

boundary home
    no encounter at home

check-in
    check-in by everyone every week on Sunday

pause breather
    anyone may pause encounters for at most 14 days

repair
    after each breach, debrief by everyone within 3 days

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 7 days

aftercare
    after each encounter, aftercare by everyone within 2 days

review
    review by everyone every 2 months
