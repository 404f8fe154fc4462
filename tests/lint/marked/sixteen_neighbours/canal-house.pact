pact "The four of the canal house"
    between Inka, Tom, Sefa and Noor
    in force from 2026-10-01 until 2027-09-30
    time zone Europe/Amsterdam
    signed by Inka on 2026-09-27
    signed by Tom on 2026-09-27
    signed by Sefa on 2026-09-28
    signed by Noor on 2026-09-28

use relationships

person bram known since 2025-03-01

cap nights
    at most 2 nights of encounters at home per week by each party
    > The walls are thin.

boundary new-people
    no encounter by Noor with someone new
    only until 2027-03-01
    > Noor asked for this line herself, after the summer she had. It goes when she says so.

disclosure tell
    after each encounter, disclosure by the same party to the others within 48 hours
    covering who, protection
    never covering photos

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
    "Sefa's herpes is Sefa's to tell. The rest of us say nothing about it, and Sefa says it before anything happens with someone new."
    "Tom may skip a test when he has seen nobody but us."

matrix comfort for encounter
    activity     Inka   Tom    Sefa   Noor
    overnight    yes    yes    ask    yes
    travel       yes    yes    no     yes
    weekend      yes    yes    ?      yes

aftercare
    after each encounter with someone new, aftercare by everyone within 3 days

check-in
    check-in by everyone every week on Thursday at 20:00
    "Nobody has to have had a good week."
    "New people come to a Thursday dinner fairly early on."

pause breather
    anyone may pause encounters for at most 21 days

promise house
    "If the four of us cannot agree, the two who own the house decide."
    "Sefa may not stay away more than a night without saying so to one of us, and neither may anyone else."

review
    review by everyone every 3 months

repair
    after each breach, debrief by everyone within 7 days
    "We ask what happened before we ask who."
