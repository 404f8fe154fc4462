pact "For good"
    between Ebba and Falk
    in force from 2026-05-10
    time zone Europe/Stockholm
    signed by Falk on 2026-05-09
use relationships
pause
    anyone may pause encounters
promise price
    "A pause is fine, but then no sex for a month."
    "The one who walks out loses the dog."
    "Saying no to me three times means you owe me one."
    "Ebba doesn't get to end this."
    "We stay together until the loan is paid."
