# Two homes and a child: handovers, calls, trips, school and health, costs, and a tone that holds.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: your names, and the day from which this counts.
pact "Mila's two homes"
    between Rosa and Emre
    in force from 2026-01-05 until 2027-01-04
    time zone Europe/Berlin

use coparents

# Decide: how your child is called here. A first name or a nickname is enough.
person mila

# Decide: the day and the hour. For every other week: pickup with mila by Rosa and Emre in turn every week on Friday
promise handover
    handover with mila by Rosa and Emre every week on Friday at 17:00 give or take 30 minutes
    > At the door, shoes on, ten kind minutes.
    "We do not talk about money at the door."

# Decide: how often the one who is away hears a voice.
promise calls
    at least 2 calls with mila by each party per week

# Decide: when the telephone is quiet, and what is an exception.
boundary nights
    no message between 21:30 and 07:00 unless illness within the last 24 hours

# Decide: how long before a trip, and which trips need a yes.
notice trips
    before each trip, notice tagged trip by the same party to the others at least 21 days ahead
    before each trip lasting more than 7 days, consent tagged trip by the others to the same party within the last 90 days

# Decide: what the other one hears without asking.
disclosure health
    after each appointment, message by the same party to the others by 12:00 the next day
    after each illness, message by the same party to the others within 3 hours

# Decide: how soon you answer. A no is an answer, too.
promise answers
    after each request by each party, reply by the others within 3 days

# Decide: how costs are shared, and how soon.
promise shares
    after each expense by each party, settlement by the others to the same party within 21 days
    "Half and half. A photo of the receipt is enough."

# Decide: when the two of you talk without the child.
check-in
    check-in by everyone every 4 weeks on Tuesday at 20:30 for 45 minutes

# Decide: what may wait. What is right today is right next week.
pause cooling-off
    anyone may pause decisions for at most 7 days

# Decide: what you do when something went wrong. A mediation is no defeat.
repair
    after each breach of handover, message by Rosa and Emre within 2 days
    after each conflict, debrief by everyone within 7 days
    "The child carries no messages."

# Decide: when you look at this page again.
review
    review by everyone every 6 months
