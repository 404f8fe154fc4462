pact "Vows, slightly edited"
    between Eike and Fee
    in force from 2026-05-23
    time zone Europe/Berlin
    signed by Eike on 2026-05-23
use relationships
promise vows
    "I will never let you down."
    "We never go to bed angry."
    "We always say good night."
    "You make me laugh, always."
    "Kindness."
    "We want to travel more."
promise hours
    "Sunday mornings from nine to eleven are ours."
