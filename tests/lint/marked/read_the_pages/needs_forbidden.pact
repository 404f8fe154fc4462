pact "Careful summer"
    between Oda and Per
    in force from 2026-05-04
    time zone Europe/Copenhagen
    signed by Oda on 2026-05-01
    signed by Per on 2026-05-01
use relationships
testing
    before each encounter, test by the same party within the last 30 days
    no test on Monday through Sunday
promise summer
    "Whoever meets someone on holiday writes a postcard."
    "In August it's every man for himself."
