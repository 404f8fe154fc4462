pact "Lindenstrasse"
    between Imke, Rosa, Jules and Teo
    in force from 2026-08-15
    time zone Europe/Berlin
    signed by Imke on 2026-08-10
    signed by Rosa on 2026-08-10
    signed by Jules on 2026-08-11

use relationships

person noor "Noor" tagged partner known since 2025-12-01

term overnight means encounter tagged overnight

cap nights
    at most 2 overnights at home by each party per week

consent hosting
    no overnight at home unless consent by at least 2 of the others within the last 7 days
    > Not a veto. A full fridge is a reason, and so is an exam.

disclosure risk
    after each risk-change, disclosure by the same party to the others within 24 hours
testing
    test by each party every 12 weeks
    before the first encounter by each party with each person, test by the same party within the last 30 days

boundary new-people
    no encounter with someone new without protection

check-in
    check-in by everyone every 2 weeks on Sunday at 18:00 for 1 hour
    "Teo brings the timer. Each speaks five minutes, nobody answers."

pause slow-down
    anyone may pause overnights for at most 14 days
    "A pause is announced to all four, not only to the one it is about."

repair
    after each breach, debrief by everyone within 7 days
