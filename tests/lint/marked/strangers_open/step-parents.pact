pact "Weekends at the lake"
    between Vera, Tom and Anneke
    in force from 2026-02-01 until 2026-12-01
    time zone Europe/Amsterdam
    signed by Vera on 2026-01-20
    signed by Tom on 2026-01-20
    signed by Anneke on 2026-01-22
use coparents

person finn
promise weekend
    handover with finn by Tom every 2 weeks on Friday at 18:00
    "Anneke picks Finn up from swimming when both of us are stuck, and she may say no."
notice trips
    before each trip, notice by the same party to the others at least 7 days ahead
boundary calls
    no call between 21:00 and 07:00
promise saturday-call
    call with finn by Vera every Saturday at 21:15
disclosure doctor
    after each appointment, message by the same party to the others by 20:00 the same day
repair
    after each breach, debrief by everyone within 14 days
