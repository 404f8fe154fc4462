pact "Slow spring"
    between Elin and Theo
    in force from 2026-02-20 until 2026-08-20
    time zone Europe/Stockholm
    signed by Elin on 2026-02-15
    signed by Theo on 2026-02-16
use relationships

promise dates
    date-night by everyone every week on Friday
boundary
    after each conflict, date-nights pause for 14 days
check-in
    check-in by everyone every week on Monday at 20:00
review
    review by everyone every 3 months
repair
    after each breach, debrief by everyone within 3 days
