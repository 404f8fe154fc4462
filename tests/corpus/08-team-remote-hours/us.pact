pact "The studio"
    between Fatima, Jonas, Mei and Alvaro
    in force from 2026-03-02
    time zone UTC
    signed by Fatima on 2026-02-27
    signed by Jonas on 2026-02-27
    signed by Mei on 2026-02-27
    signed by Alvaro on 2026-02-27

use team

event message
    fields busy
event focus-block
event meeting
event overrun
event invite
event plan
    fields goals
event outcome
event holiday-request
event holiday
event sick-day
event client-money
event hours-booked
    plural hours-booked
event call

days working-days
    weekdays

hours shared-hours
    on Monday through Thursday between 13:00 and 16:00

promise answers
    after each message without busy during shared-hours by each party, reply by each who was addressed within 30 minutes
    > Busy: their calendar shows a meeting or a focus block.

cap focus
    at most 4 hours of focus-block during shared-hours by each party per week

consent overruns
    before each overrun, consent tagged overrun by the same party
    > Meetings end at the time in the invite. An overrun is by everyone in the room.

notice invites
    before each meeting, any invite by anyone by 17:00 the day before unless message tagged emergency by Fatima within the last 1 day

promise plan
    plan by each party every week by Monday at 14:00
    no plan where goals is more than 3

promise friday
    outcome by each party every week by Friday at 16:00

repair calls
    after 2 breaches of friday by each party in any 8 days, call by Mei to the same party within 98 hours
    > Before Tuesday at 18:00.

promise holidays
    after each holiday-request, reply by Jonas within 3 working-days
    before each holiday by each party, holiday-request by the same party
    "At least twice its length ahead; no answer means it is granted."

cap away
    at most 2 holidays per day
    > An entry for each day and each of us.

notice sick
    before each sick-day by each party, message tagged sick by the same party
    > A sick day is entered at 10:00 of one's own time. No reason.

promise money
    client-money by anyone to everyone every month by day 10
    "30 percent stays in the firm, after costs; the rest is shared by hours booked."

promise hours
    hours-booked by each party every week by Sunday at 23:59
    "Hours booked later count for the next month."

promise frank
    "We say what we think of the work, kindly and early."
