# Events for agreements between partners: dates, telling each other, care, health, talking.
#
# Bring it in with `use relationships`. It is an ordinary pact file; an agreement may declare
# events of its own next to these. `pause`, `resume`, `waive`, `confirm`, `dispute`, `refuse`,
# `withdraw consent` and `leave` are words of every log and need no declaration.

# Time with others, and time for us

# Time with someone outside the agreement; what kind of time is said by tags, such as `tagged dinner`.
event encounter
    plural encounters
    with person
    fields protection

# Getting to know someone, without more.
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

# Telling what a test said; `result by Ana to Ben` is enough, the result itself does not have to be here.
event result
    plural results
    about test
    fields kind, result

# Something that changes what is safe for us: a new partner, a new method, a result.
event risk-change
    plural risk-changes
    fields what

# Care, and talking about us

# Coming back to each other after time with someone else: a talk, a walk, a quiet evening.
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

# Talking with each other

event message
    plural messages
    fields topic

event reply
    plural replies

event call
    plural calls
    with person

event talk
    plural talks
    fields topic

# Someone would like a check-in, and says so.
event check-in-wanted
    plural check-ins-wanted

# Someone would like to talk, and says so.
event talk-wanted
    plural talks-wanted
    fields topic

event request
    plural requests
    fields what

event decision
    plural decisions
    fields topic

# Saying what one is glad about in the other.
event appreciation
    plural appreciations

# Something that was good, worth writing down.
event joy
    plural joys

# A talk with someone who takes no side.
event mediation
    plural mediations

# Coming, going, living together

event visit
    plural visits
    with person

# Someone from outside is introduced.
event introduction
    plural introductions
    with person

event arrival
    plural arrivals

# Later than was said.
event late-arrival
    plural late-arrivals

event departure
    plural departures

event moving-in
    plural moving-in

event moving-out
    plural moving-out

event phone-use
    plural phone-use

event workout
    plural workouts
