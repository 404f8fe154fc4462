pact "Just us"
    between Pol and Rik
    in force from 2026-05-04 until 2027-05-03
    time zone Europe/Brussels
    signed by Pol on 2026-05-01
    signed by Rik on 2026-05-02
use relationships
boundary us
    no encounter
aftercare
    after each encounter at home, aftercare by everyone within 2 days
promise dates
    at least 2 date-nights by Pol and Rik per month
    at least 2 date-nights by Pol and Rik per month
    "Friends are friends, and they stay over when they like."
    "Flirting is fine. Telling each other about it is better."
