pact "To feel better"
    between Nils and Emmy
    in force from 2026-02-20 until 2026-08-20
    signed by Nils on 2026-02-15
    signed by Emmy on 2026-02-16

event trust
    plural trusts
event gratefulness
    plural gratefulnesses
event walk
    plural walks

promise feel
    trust by Nils every day
    at least 2 gratefulnesses by each party per week
    at least 1 walk per week
    "Emmy stops being jealous."
    "Nils must be happy when Emmy is happy."
repair
    after each breach, walk by everyone within 5 days
