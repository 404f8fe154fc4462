pact "Mira and Jonas, opening"
    between Mira and Jonas
    in force from 2026-05-04
    time zone Europe/Berlin
    signed by Mira on 2026-05-01
    signed by Jonas on 2026-05-02

use relationships

person kim "Kim, whom Jonas met at the choir" known since 2026-02-14

person robin "Robin" known since 2026-04-11

cap evenings
    at most 3 encounters per month by each party

notice before
    before each encounter, notice by the same party to the others at least 1 day ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 12 hours
    covering who, place and protection
    Mira keeps feelings private
    never covering photos
    > Everything, at once, at one in the morning: that was too much for both of us.

boundary home
    no encounter at home unless consent by the others within the last 7 days

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
