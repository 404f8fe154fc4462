# Words for a team at work: meetings, on-call, deploys, overtime, feedback.
# Brought in by: use team

event standup

event retro

event planning

event one-on-one

event deploy
    fields service

event rollback
    fields service

event incident
    fields service, severity

event postmortem
    about incident

event review
    fields change

event on-call

event handover

event overtime
    plural overtime

event day-off
    plural days-off

event meeting

event message

event feedback
    plural feedback

event decision
    fields topic

event notice
    fields topic

event consent
    fields topic

event check-in

event debrief

event apology
    plural apologies
