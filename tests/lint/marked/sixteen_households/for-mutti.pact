pact "For Mutti"
    between Brigitte, Klaus and Anneli
    in force from 2026-10-01
    time zone Europe/Zurich
    currency CHF

use household

event sleepover

event appointment

promise weekdays
    visit by Anneli every week on Monday and Tuesday and Thursday
    visit by Brigitte every week on Wednesday
    visit by Brigitte or Klaus every week on Sunday
    call by Klaus every day at 18:30

promise nights
    sleepover by Brigitte and Anneli in turn every week on Saturday
    "After a bad night whoever was there sleeps in, and the next one comes by ten."
    "Klaus comes often."

promise rest
    "Klaus is left alone from Monday to Wednesday. He has the shop."
    "Anneli lives nearest, so she does what is left over."

promise doctor
    after each appointment, message by the same party to the others by 21:00 the same day
    "If she refuses the tablets they go into the pudding. She need not know."
    "We always check the stove, the bath tap and the back door before we leave."
    "We never talk over her head. She hears better than you think."

promise money
    "Klaus has Mutti's card and PIN and looks after all that."
    "Petrol is paid back within the month."
    settlement by everyone every month by day 15

notice
    before each absence, notice by the same party to the others at least 7 days ahead
    "If you cannot come, you find someone for your day. If you find nobody, you ring both of us and we will."

promise us
    "No one keeps a score. Anyone may say: I can't any more. Then we get paid help in."
    "Her birthday is at Anneli's, as always, and we all come, and nobody mentions the house."

check-in
    talk by everyone every month on the first Sunday at 20:00 for 1 hour
