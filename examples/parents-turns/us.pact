# One child, two homes, every other week. The dates of school are pasted from the school's calendar, read aloud once, and signed.

pact "Noor's weeks"
    between Lena and Tariq
    in force from 2026-09-01 until 2027-08-31
    time zone Europe/Berlin
    signed by Lena on 2026-08-23
    signed by Tariq on 2026-08-24

use coparents

person noor

# pact days school.ics --years 2026-2027
days school-holidays
    2026-10-19 until 2026-10-31  # autumn
    2026-12-23 until 2027-01-02  # winter
    2027-02-01 until 2027-02-06  # half-term
    2027-03-22 until 2027-04-02  # spring
    2027-07-01 until 2027-08-14  # summer

# pact days --country DE --region BE --years 2026-2027, the fixed ones as every year
days public-holidays
    every year on 1 January
    every year on 8 March
    every year on 1 May
    every year on 3 October
    every year on 25 December
    every year on 26 December
    2027-03-26
    2027-03-29
    2027-05-06
    2027-05-17

days school-days
    weekdays
    except school-holidays
    except public-holidays

days school-nights
    the day before school-days

days working-days
    weekdays
    except public-holidays

promise weeks
    pickup with noor by Lena and Tariq in turn every week on Friday starting with Tariq on 2026-09-04
    except on school-holidays
    > Whose week begins is at the school gate. In the holidays we agree each time.

boundary screens
    no screen-time between 19:00 and 21:00 on school-nights

disclosure answers
    after each request by each party, reply by the others within 2 working-days
    > A no is an answer, too.

promise shares
    after each expense by each party, settlement by the others to the same party within 10 working-days

check-in
    check-in by everyone every month on the first Tuesday at 20:30 for 45 minutes
    except on school-holidays

review
    review by everyone every 6 months

repair
    after each breach of answers, message by the same party to the others within 2 days
    after each breach of weeks, message by Lena and Tariq within 3 days
    "Noor carries no messages."
