pact "The long winter"
    between Signe and Arvid
    in force from 2025-10-01 until 2026-10-01
    time zone Europe/Stockholm
    signed by Signe on 2025-09-20
    signed by Arvid on 2025-09-21
use relationships

promise evenings
    at least 2 date-nights per month
review
    review by everyone every 6 weeks
repair
    after each breach, debrief by everyone within 1 week
