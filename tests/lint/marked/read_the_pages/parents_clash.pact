pact "Holidays and weekdays"
    between Rhea and Sam
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Athens
    signed by Rhea on 2026-04-15
    signed by Sam on 2026-04-15
use coparents
person tia
promise evening-call
    call by everyone with tia every week on Sunday at 19:30
boundary calls
    no call between 19:00 and 08:00
promise appointments
    after each appointment, message by the same party to the others within 6 hours
    "Vaccinations happen on schedule, also during a pause."
