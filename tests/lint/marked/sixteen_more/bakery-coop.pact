pact "Brotzeit bakery co-op"
    between Ada, Finn, Marek and Zoe
    in force from 2026-06-01
    time zone Europe/Berlin
    currency EUR
    signed by Ada on 2026-05-20
    signed by Finn on 2026-05-20
    signed by Marek on 2026-05-22
    signed by Zoe on 2026-05-29

use team
use household

event shift
event closing

promise shifts
    at least 4 shifts per week by each party

cap zoe
    at most 3 shifts per week by Zoe
    > She is still at school on Thursdays and Fridays.

promise evenings
    closing by Zoe every Monday
    closing by Zoe every Tuesday
    closing by Zoe or Marek every Wednesday
    "New members prove themselves first, we all did."

promise deciding
    house-meeting by everyone every 2 weeks on Thursday at 16:00
    "We decide everything together, by consensus."
    "If it drags on, Ada settles it."
    "Whoever blocks a proposal takes on the stocktake that month."

cap spending
    at most 300 EUR of expense per month by Finn or Marek or Zoe
    "Flour, yeast and such are outside of this."

promise till
    "If the till is short, the one at the counter makes it good from the tips."
    "Payslips and hours are nobody's talk outside, neither at home nor with the union."

promise shares
    "Shares of 2000 euros are paid back to those who go as soon as the bakery can afford it."
    before each leave-day, notice by the same party at least 14 days ahead

review
    review by everyone every 6 months
