pact "The Okafors, family rules 2026"
    between Mum, Dad, Zara and Kelechi
    in force from 2026-09-01
    time zone Europe/London
    signed by Mum on 2026-08-29
    signed by Dad on 2026-08-29

use household

days school-nights
    Sunday through Thursday
    except 2026-10-24 until 2026-11-01

cap screens
    at most 2 hours of screen-time by Zara or Kelechi per day
    only on school-nights

boundary phones
    no phone-use between 22:00 and 06:30
    only on school-nights

promise dinner
    cooking by Mum, Dad, Zara and Kelechi in turn every 2 days
    "Whoever cooks does not wash up."
    "Complaints about the food go to the management (nobody)."

promise home-time
    "Zara is home by ten on school nights, midnight on weekends, and texts if the bus is late."
    "Kelechi should be back at a sensible time."

notice out
    before each absence by Zara or Kelechi, message by the same party at least 2 hours ahead

promise privacy
    "We knock. Diaries and chats are theirs."
    "If we are truly scared for one of you we will say so first, and look together."

review
    house-meeting by everyone every month on the first Sunday at 17:00
    "Everyone gets one rule they can put up for a change."
