pact "Health page"
    between Ada and Max
    in force from 2026-05-04
    time zone Europe/Berlin
    signed by Ada on 2026-05-01
    signed by Max on 2026-05-02
use relationships
person tim known since 2024-01-01
testing
    test by each party every 3 months
    after each test, result by the same party to the others within 2 days
promise protection
    "Condoms with everyone."
    "With Tim we can skip them, he is clean."
    "On holiday the test can wait."
    "The test has to come back negative before anything happens."
