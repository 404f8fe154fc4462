pact "Support rota"
    between Nils and Oona
    in force from 2026-05-04 until 2026-12-31
    time zone Europe/Helsinki
    signed by Nils on 2026-05-01
    signed by Oona on 2026-05-01
use team
check-in
    check-in by everyone every week on Monday at 09:30
pause breather
    anyone may pause check-ins for at most 7 days
cap on-call
    at least 14 days between on-calls by each party
repair
    after each breach, retro by everyone within 7 days
