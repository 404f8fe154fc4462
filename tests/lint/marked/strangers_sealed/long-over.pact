pact "Spring trial"
    between Gwen and Abby
    in force from 2025-03-01 until 2025-09-01
    time zone Europe/London
    signed by Gwen on 2025-02-20
    signed by Abby on 2025-02-21
use relationships

promise evenings
    at least 1 date-night per week
    "Thursdays, unless the choir sings."
review
    review by everyone every 6 weeks
repair
    after each breach, debrief by everyone within 3 days
