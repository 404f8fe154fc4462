pact "Lopsided"
    between Lior and Maja
    in force from 2026-05-04
    time zone Asia/Jerusalem
    signed by Lior on 2026-05-01
    signed by Maja on 2026-05-01
use relationships
cap evenings
    at most 4 encounters per month by Lior
    at most 1 encounter per month by Maja
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
testing
    test by Maja every 60 days
    after each test by Maja, result by Maja to Lior within 1 day
