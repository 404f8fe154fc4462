# Events for people who share a home: guests and quiet, housework, money, talking it over.
#
# Bring it in with `use household`. Amounts are in EUR; a household that counts in another
# currency writes its own small file of events and brings that in with `include`.

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

# Somebody asks for a quiet evening.
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

# Somebody pays back what is owed.
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

event apology
    plural apologies

event debrief
    plural debriefs
