pact "Sundays with Mia"
    between Oma, Opa and Clara
    in force from 2026-05-10 until 2027-05-09
    time zone Europe/Berlin
    signed by Oma on 2026-05-01
    signed by Opa on 2026-05-01
    signed by Clara on 2026-05-03

event visit
event call
event sweets
    plural sweets

promise visits
    visit by Oma or Opa every 2 weeks on Sunday
notice cancel
    before each visit, call by Clara at least 1 day ahead

promise small
    "Clara decides about bedtime, doctors and church; we may ask her why."
    "Mia may always say that she would rather stay at home."
    "No photographs of Mia on the internet."
    "Presents cost less than 30 euros, birthdays apart."
    "If something went wrong, we sit down with coffee within a week and say so."
