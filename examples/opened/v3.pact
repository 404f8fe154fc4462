pact "Mira and Jonas, opening"
    between Mira and Jonas
    in force from 2026-08-03
    time zone Europe/Berlin
    signed by Mira on 2026-07-30
    signed by Jonas on 2026-07-30

use relationships

person kim "Kim, whom Jonas met at the choir" known since 2026-02-14

person robin "Robin" known since 2026-04-11

cap evenings
    at most 4 encounters per month by each party
    encounters with at most 2 different people per quarter by each party

notice before
    before each encounter with someone new, notice by the same party to the others at least 1 day ahead
    > With Kim and Robin a word in the morning is enough.

disclosure tell
    after each encounter, disclosure by the same party to the others within 12 hours
    covering who and protection
    Mira keeps feelings private
    never covering photos
    otherwise check-in-wanted by the same party within 1 day
    > Everything, at once, at one in the morning: that was too much for both of us.

boundary home
    no encounter at home unless consent by the others within the last 7 days

check-in
    check-in by everyone every week on Sunday

pause breather
    anyone may pause encounters for at most 14 days

repair
    after each breach, debrief by everyone within 3 days

    revisit every 3 months

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 7 days

aftercare
    after each encounter, aftercare by everyone within 2 days

review
    review by everyone every 2 months
