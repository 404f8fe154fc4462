pact "Transparency"
    between Colm and Brid
    in force from 2026-02-01 until 2026-12-31
    signed by Colm on 2026-01-20
    signed by Brid on 2026-01-21
use relationships

promise transparency
    "We both have each other's fingerprints on our phones."
    "Find My stays on, for both."
    "Photos may be looked at by the one who is in them."
    "If Brid wants to see her parents we decide that together."
    "No couples counsellor; what happens here stays here."
check-in
    check-in by everyone every day
    "Each of us says one thing we would rather not."
