# Words for relationships: what two people or more meet, tell, ask and take care of.
# Brought in by: use relationships

event encounter
    with person
    fields protection, overnight

event date-night

event meeting
    with person

event message
    with person

event disclosure
    about encounter
    fields feelings, protection

event notice
    about encounter

event consent
    with person

event aftercare
    about encounter

event reflection
    fields mood

event check-in
    fields mood, topic

event gratitude

event test
    fields kind, result

event result
    about test
    fields kind, result

event debrief
    fields topic

event apology
    plural apologies

event review

event therapy
    plural therapies

event conflict

event incident
