pact "Quad health page"
    between Ari, Bel, Cat and Dov
    in force from 2026-02-10 until 2026-12-31
    time zone America/New_York
    signed by Ari on 2026-02-01
    signed by Bel on 2026-02-01
    signed by Cat on 2026-02-02
    signed by Dov on 2026-02-02
use relationships

testing
    test by each party every 60 days
    after each test, result where result is negative by the same party to the others within 2 days
boundary bare
    no encounter where protection is not condom
consent fluid
    "Whoever wants to change this brings it to all four, and all four say yes."
disclosure
    after each encounter, disclosure by the same party to the others within 48 hours
    covering who, protection
