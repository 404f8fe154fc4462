pact "Custody stuff"
    between Dean and Tracy
    in force from 2026-02-01
    time zone America/Chicago
    signed by Dean on 2026-01-30
    signed by Tracy on 2026-01-31
use coparents

promise pickup
    pickup by Dean every Friday at 17:00
    "Dean is ALWAYS late and the kids are the ones who suffer."
    "If he is late again he can forget about the weekend."
promise respect
    "Tracy stops badmouthing me to the kids like the vindictive person she is."
    "Dean's mother must not say anything about our parenting."
promise money
    settlement by Dean every month on day 1
    "Every missed payment costs Dean one visit."
