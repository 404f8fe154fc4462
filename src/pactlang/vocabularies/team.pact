# Events for people who work together: being on call, shipping, incidents, hours, feedback.
#
# Bring it in with `use team`. `review` is the look at the agreement itself; looking at
# someone's code is a `code-review`.

# Shipping

event deploy
    plural deploys
    fields service, change

event rollback
    plural rollbacks
    about deploy
    fields service

event code-review
    plural code-reviews
    about deploy
    fields change

term hotfix means deploy tagged hotfix

# When something breaks

event incident
    plural incidents
    fields severity, what

# Someone has seen it, and is on it. About a finding, it says that this was one's own doing: `own on-call@2026-03-07 by Ana`.
event acknowledgement
    plural acknowledgements

event fix
    plural fixes
    about incident

event post-mortem
    plural post-mortems
    about incident

# Hours

# Someone's whole stretch, from taking the phone to handing it on.
event on-call
    plural on-calls

event handoff
    plural handoffs

# With a start and an end, so that the hours can be counted.
event overtime
    plural overtime

# A day off; several in a row are one entry with an end.
event leave-day
    plural leave-days

# Talking

event standup
    plural standups

event retro
    plural retros

event one-on-one
    plural one-on-ones

event feedback
    plural feedback

event check-in
    plural check-ins

event notice
    plural notices
    with person

event message
    plural messages
    fields topic

event decision
    plural decisions
    fields topic

event gratitude
    plural gratitudes

event review
    plural reviews

event conflict
    plural conflicts

# What it did to someone, told by them: `impact by Ben about tell@2026-03-07`.
event impact
    plural impacts

event apology
    plural apologies

event debrief
    plural debriefs
    fields cause, learned

# Asking, deciding, handing in

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

event vote
    plural votes
    fields topic

event report
    plural reports
    fields topic

# Something is handed in.
event submission
    plural submissions
    fields topic

# Saying what one is glad about in the other.
event appreciation
    plural appreciations

# A talk with someone who takes no side.
event mediation
    plural mediations

# Being there

# Later than was said.
event late-arrival
    plural late-arrivals

# Away; several days are one entry with an end.
event absence
    plural absences
