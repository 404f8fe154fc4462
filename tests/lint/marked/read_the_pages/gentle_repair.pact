pact "After the hard winter"
    between Ylva and Zac
    in force from 2026-05-04 until 2026-11-03
    time zone Europe/Stockholm
    signed by Ylva on 2026-05-01
    signed by Zac on 2026-05-01
use relationships
check-in
    check-in by everyone every week on Sunday at 18:30
promise talk
    "We speak about what happened, not about who somebody is."
    "Nobody is called a liar here, not even in a fight."
    "Silence for an hour is fine. Silence for a day is not."
    "I would like a kiss before work."
repair
    "We find our way back."
