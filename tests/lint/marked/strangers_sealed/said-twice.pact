pact "Copy and paste"
    between Uma and Vik
    in force from 2026-02-10 until 2026-12-31
    time zone Asia/Kolkata
    signed by Uma on 2026-02-01
    signed by Vik on 2026-02-01
use relationships

cap outings
    at most 4 encounters per month by each party
cap outings-too
    at most 6 encounters per month by each party
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
disclosure again
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
pause
    anyone may pause encounters for at most 7 days
check-in
    check-in by everyone every 2 weeks on Sunday
aftercare
    after each encounter, aftercare by everyone within 2 days
