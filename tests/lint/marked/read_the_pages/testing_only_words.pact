pact "Clinic page"
    between Mona and Nick
    in force from 2026-05-04
    time zone Europe/London
use relationships
cap encounters
    at most 2 encounters per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, result
promise clinic
    "We both get tested every three months and say when it is done."
    "Protection is used every time."
    "Pregnancy tests are nobody's business but Mona's."
