pact "Renée and Sacha"
    between Renée and Sacha
    in force from 2026-02-10 until 2026-12-31
    time zone Europe/Paris
    signed by Renée on 2026-02-01
    signed by Sacha on 2026-02-03
use relationships

promise ending
    "Whoever leaves pays the rent of both until June."
    "We tell the families together."
notice before-leaving
    before each leave, notice by the same party to the others at least 30 days ahead
boundary no-pauses
    no pause on weekends
