pact "What is okay"
    between Greta and Olu
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Stockholm
    signed by Greta on 2026-01-20
    signed by Olu on 2026-01-21
use relationships

matrix okay for encounter
    activity     Greta   Olu
    dinner       yes     yes
    dancing      yes     ask
    overnight    yes     no
    weekend      yes     ?
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
boundary sauna
    no encounter tagged sauna
testing
    test by each party every 4 months
    after each test, result by the same party to the others within 3 days
