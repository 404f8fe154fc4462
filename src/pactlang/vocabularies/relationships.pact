# Events for agreements between partners: dates, telling each other, care, health, talking.
#
# Bring it in with `use relationships`. It is an ordinary pact file; an agreement may declare
# events of its own beside these. `pause`, `resume`, `waive`, `confirm`, `dispute`, `refuse`,
# `withdraw consent` and `leave` are words of every log and need no declaration.

# Time with others, and time for us

# Time with somebody outside the agreement; what kind of time is said by tags, such as `tagged dinner`.
event encounter
    plural encounters
    with person
    fields protection

# Getting to know somebody, without more.
event meeting
    plural meetings
    with person

event date-night
    plural date-nights

# Saying it before, agreeing to it, saying it after

event notice
    plural notices
    with person

event consent
    plural consents
    with person

event disclosure
    plural disclosures
    about encounter
    with person
    fields who, when, where, protection, feelings, plans

# Health

event test
    plural tests
    fields kind, result

# Telling what a test said; `result by Ana to Ben` is enough, the result itself need not stand here.
event result
    plural results
    about test
    fields kind, result

# Care, and talking about us

# Coming back to each other after time with somebody else: a talk, a walk, a quiet evening.
event aftercare
    plural aftercare
    about encounter

event reflection
    plural reflections

event check-in
    plural check-ins

event gratitude
    plural gratitudes

event review
    plural reviews

event therapy
    plural therapy-sessions

# When something went wrong

event conflict
    plural conflicts

event incident
    plural incidents
    fields severity, what

event apology
    plural apologies

event debrief
    plural debriefs
