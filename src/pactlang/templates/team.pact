# A small team: who has the phone, when nothing is shipped, hours, leave, and looking back together.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: who is in it, and the day from which this counts.
pact "The platform team"
    between Amir, Birte and Chen
    in force from 2026-01-05 until 2027-01-04
    time zone Europe/Berlin

use team

# Decide: the order, and the day on which the phone is handed on.
promise on-call "The phone"
    on-call by Amir, Birte and Chen in turn every week on Monday
    "Who swaps says it to all."

# Decide: how quickly someone has seen it, and how soon you look back.
promise response
    after each incident, acknowledgement by anyone within 15 minutes
    after each incident where severity is high, post-mortem by everyone within 5 days
    "We look for what made it easy to happen, never for who."

# Decide: when nothing is shipped, and what is an exception.
boundary fridays
    no deploy on Friday through Sunday unless incident within the last 24 hours
    > Nobody should have to look at a graph on Saturday.

# Decide: when the chat is quiet.
boundary evenings
    no message between 19:00 and 08:00 unless incident within the last 24 hours

# Decide: how much is too much. It protects the one who works it.
cap overtime
    at most 8 hours of overtime per month by each party
    warn at 6

# Decide: how long before.
notice leave
    before each leave-day, notice by the same party to the others at least 14 days ahead

# Decide: how often you look back, and how often each of you says something kind and useful.
check-in retros
    retro by everyone every 2 weeks on Thursday at 15:00 for 1 hour
    at least 1 feedback by each party per month
    "To the person, about the work, with one thing that was good."

# Decide: what anyone may stop, without a reason.
pause freeze
    anyone may pause deploys for at most 5 days

# Decide: what you do when something went wrong. It asks what was badly planned.
repair
    after each breach of fridays, debrief by everyone within 5 days
    after each breach of overtime, debrief by everyone within 7 days

# Decide: when you look at this page again.
review
    review by everyone every 3 months
