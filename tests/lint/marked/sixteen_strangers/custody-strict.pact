pact "Leon's schedule"
    between Dominika and Radek
    in force from 2026-07-01
    time zone Europe/Warsaw

use coparents

event report-from-child
event no-visit

promise weekends
    visit by Radek every 2 weeks on Saturday at 10:00

boundary late
    no late-arrival by Radek
    after each late-arrival by Radek, no visit by Radek for 21 days
    > He has to learn that a time is a time.

disclosure home
    report-from-child by Dominika every 2 weeks on Sunday
    "Leon tells mum after each weekend who was there and what dad drank."

notice doctor
    before each appointment, notice by the same party to the others at least 2 days ahead
    "In an emergency nobody waits for anything, you go and you ring after."

promise money
    payment by Radek every month by day 5
    "No money, no weekend."

promise calls
    call by Radek between 18:00 and 19:00 every week on Wednesday
    "On speaker, so that I hear it."

promise grandparents
    "Grandma Zosia may come to school plays, of course."

boundary moving
    "Dominika does not move further than 30 km away unless Radek agrees."
