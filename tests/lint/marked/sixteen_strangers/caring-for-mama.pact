pact "Looking after Mama"
    between Fatma, Emre and Selin
    in force from 2026-10-01
    time zone Europe/Istanbul
    currency TRY

use coparents

event care-day
event pill-round
event night-watch

promise days
    care-day by Fatma, Emre and Selin in turn every day
    > Mama said: no strangers in the first months. She may change her mind any time.

promise nights
    night-watch by Fatma every day
    except on Friday and Saturday

promise pills
    pill-round by anyone every day at 08:00 give or take 1 hour
    "Mama may refuse a pill. Then we write it down and ring Dr. Aksoy, and do not hide it in the jam."

disclosure news
    after each appointment, message by the same party to the others within 1 day
    after each illness, call by the same party to the others within 2 hours

promise costs
    at most 5000 TRY of expense by each party per month
    settlement by everyone every month by day 3
    "Emre lives abroad and pays more instead, as much as he can."

promise mama
    "Mama does not need to know what the biopsy said until we have all agreed."
    "Her house key stays hers."

check-in
    check-in by everyone every week
    "We ask each other how we are, not only how she is."
