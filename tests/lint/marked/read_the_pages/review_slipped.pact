pact "Loft"
    between Wanda and Xaver
    in force from 2026-01-01 until 2026-12-31
    time zone Europe/Vienna
    signed by Wanda on 2025-12-20
    signed by Xaver on 2025-12-21
use household
review
    review by everyone every 2 months
promise stairs
    cleaning by each party every 2 weeks
    "We always mop from the top down."
    "The cat is never let into the cellar."
