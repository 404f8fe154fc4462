# Words for parents who live apart: handovers, calls, school, costs.
# Brought in by: use coparents

event handover
    fields where

event call
    fields length

event care

event pickup

event school-event

event appointment
    fields kind

event illness
    plural illnesses

event update
    fields topic

event notice
    fields topic

event consent
    fields topic

event trip
    fields destination

event holiday

event expense
    amount in EUR
    fields item

event payment
    amount in EUR
    fields item

event decision
    fields topic

event message

event check-in

event debrief

event mediation

event review

event incident

event apology
    plural apologies
