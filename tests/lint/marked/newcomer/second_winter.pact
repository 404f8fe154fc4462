pact "Second winter"
    between Hanne and Ruben
    in force from 2025-11-01 until 2026-04-30
    time zone Europe/Copenhagen
    signed by Hanne on 2025-10-20
    signed by Ruben on 2025-10-21 digest sha256:3b7c1f0a9d2e4c6b8a0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566a
use relationships
cap evenings
    at most 2 encounters per month by each party
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who
promise winter
    date-night by everyone every 2 weeks on Friday
    "We go to the sauna when it snows."
