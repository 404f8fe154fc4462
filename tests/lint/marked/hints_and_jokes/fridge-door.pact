pact "Fridge door"
    between Mira and Tom
    in force from 2026-03-01 until 2027-03-01
    time zone Europe/Berlin
    signed by Mira on 2026-02-20
    signed by Tom on 2026-02-21
use household
promise kitchen
    "The password for the grocery account hangs inside the cupboard, next to the electricity one."
    "Nobody has to say where they are going; a note that dinner is not needed is kind."
    "If the bin stinks, it gets a poem, not a culprit."
promise work
    cleaning by each party every 2 weeks
    house-meeting by everyone every 4 weeks
    review by everyone every 6 months
    after each breach, debrief by everyone within 3 days
