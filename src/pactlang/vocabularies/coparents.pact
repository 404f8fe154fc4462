# Events for parents who live apart: handovers and calls, school and health, trips, money.
#
# Bring it in with `use coparents`. Children are people: `person mila`, and in the log
# `call by Rosa with mila`. First names or nicknames are enough.

# Days with the children

event handover
    plural handovers
    with person
    fields items

event pickup
    plural pickups
    with person

event call
    plural calls
    with person

# Two parents trade days.
event swap
    plural swaps
    with person

# The longer stretches that are shared out once a year.
event holiday
    plural holidays
    with person

event trip
    plural trips
    with person

# School and health

event school-event
    plural school-events
    with person
    fields kind

event appointment
    plural appointments
    with person
    fields kind

event illness
    plural illnesses
    with person

# Saying and deciding things

event notice
    plural notices
    with person

event message
    plural messages
    fields topic

event decision
    plural decisions
    fields topic

event check-in
    plural check-ins

event review
    plural reviews

event conflict
    plural conflicts

# Saying that something was one's own doing: `own tell@2026-03-07 by Ana` is an acknowledgement about it.
event acknowledgement
    plural acknowledgements

# What it did to someone, told by them: `impact by Ben about tell@2026-03-07`.
event impact
    plural impacts

event apology
    plural apologies

event debrief
    plural debriefs
    fields cause, learned

# Money

event expense
    plural expenses
    amount in EUR
    fields for

# One parent pays the other's share back.
event settlement
    plural settlements
    amount in EUR
    fields for

# Asking and answering

event reply
    plural replies

event talk
    plural talks
    fields topic

# Someone would like to talk, and says so.
event talk-wanted
    plural talks-wanted
    fields topic

event request
    plural requests
    fields what

event offer
    plural offers
    fields what

# A talk with someone who takes no side.
event mediation
    plural mediations

# Coming and going, evenings

event visit
    plural visits
    with person

event arrival
    plural arrivals

# Later than was said.
event late-arrival
    plural late-arrivals

event departure
    plural departures

# Away; several days are one entry with an end.
event absence
    plural absences

# Someone from outside is introduced.
event introduction
    plural introductions
    with person

# Someone looks after the children.
event sitter
    plural sitters
    with person

# With a start and an end, so that the hours can be counted.
event screen-time
    plural screen-time

event phone-use
    plural phone-use

event bedtime
    plural bedtimes
    with person

# Money that changes hands

event payment
    plural payments
    amount in EUR
    fields for
