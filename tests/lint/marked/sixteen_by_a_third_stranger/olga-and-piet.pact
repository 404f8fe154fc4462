pact "Two homes for Vik"
    between Olga and Piet
    in force from 2026-09-01 until 2027-08-31
    time zone Europe/Brussels
    signed by Olga on 2026-08-20
    signed by Piet on 2026-08-22

use coparents

days holidays
    2026-11-02 until 2026-11-08
    2026-12-21 until 2027-01-03

promise wednesdays
    handover by Olga every 2 weeks on Wednesday at 17:00 give or take 45 minutes
    except on holidays

promise weekends
    handover by Piet every 2 weeks on Friday at 17:00 give or take 45 minutes
    except on holidays

notice swaps
    before each swap, request by the same party to the others at least 3 days ahead
    "A no to a swap is fine, and needs no reason."

promise illness
    after each illness, message by the same party to the others within 12 hours

cap costs
    at most 300 EUR of expense between settlements

promise settle
    settlement by everyone every month by day 10

repair
    after each breach, talk by everyone within 7 days
    after 3 conflicts in any 30 days, mediation by everyone within 21 days

review
    review by everyone every 3 months
