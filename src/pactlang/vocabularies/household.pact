# Events for people who share a home: guests and quiet, housework, money, talking it over.
#
# Bring it in with `use household`. Amounts are in EUR, or in what a line
# `currency USD` under `pact` says.

# Guests, noise and quiet

event guest
    plural guests
    with person

term overnight-guest means guest tagged overnight

event party
    plural parties

# Music, drilling, a blender: what can be heard through a wall.
event noise
    plural noises
    fields what

# Someone asks for a quiet evening.
event quiet
    plural quiet-evenings

event notice
    plural notices
    with person

# Housework

event chore
    plural chores
    fields what

event cleaning
    plural cleanings
    fields room

event laundry
    plural laundry-days

event shopping
    plural shopping-trips

event cooking
    plural cooked-meals

event repair-visit
    plural repair-visits
    fields what

# Money

event rent
    plural rents
    amount in EUR

event bill
    plural bills
    amount in EUR
    fields for

event expense
    plural expenses
    amount in EUR
    fields for

# Someone pays back what is owed.
event settlement
    plural settlements
    amount in EUR
    fields for

# Talking it over

event house-meeting
    plural house-meetings

event check-in
    plural check-ins

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

# Asking and answering

event reply
    plural replies

event call
    plural calls
    with person

event talk
    plural talks
    fields topic

# Someone would like to talk, and says so.
event talk-wanted
    plural talks-wanted
    fields topic

# Someone would like a check-in, and says so.
event check-in-wanted
    plural check-ins-wanted

event request
    plural requests
    fields what

event offer
    plural offers
    fields what

event vote
    plural votes
    fields topic

# Saying what one is glad about in the other.
event appreciation
    plural appreciations

# A talk with someone who takes no side.
event mediation
    plural mediations

# Coming and going

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

event moving-in
    plural moving-in

event moving-out
    plural moving-out

# Someone looks after the children.
event sitter
    plural sitters
    with person

# With a start and an end, so that the hours can be counted.
event screen-time
    plural screen-time

event phone-use
    plural phone-use

# Money that changes hands

event payment
    plural payments
    amount in EUR
    fields for
