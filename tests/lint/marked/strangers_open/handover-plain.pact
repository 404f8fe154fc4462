pact "Two homes for Juno"
    between Hal and Wren
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/London
    signed by Hal on 2025-12-30
    signed by Wren on 2026-01-02
use coparents

person juno
promise handover
    handover with juno by Hal or Wren every week on Sunday at 17:00
    "Ten minutes' grace for traffic, then a message."
promise calls
    at least 2 calls with juno per week
notice travel
    before each trip, notice by the same party to the others at least 14 days ahead
disclosure health
    after each illness, message by the same party to the others within 6 hours
check-in
    check-in by everyone every month on the first Monday at 20:00
repair
    after each breach, debrief by everyone within 7 days
