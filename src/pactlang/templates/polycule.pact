# Three people, two couples, one kitchen: telling, nights away, consent at home, time for each pair and for all.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: your names, and the day from which this counts. It ends by itself unless you renew it.
pact "Alma, Bo and Cyd"
    between Alma, Bo and Cyd
    in force from 2026-01-05 until 2027-01-04
    time zone Europe/Berlin

use relationships

# What the vocabulary does not have, you declare yourselves.
event house-dinner
    plural house-dinners

# Decide: what needs everyone's yes, and how old a yes may be. It can be taken back.
consent home
    before each encounter at home, consent by the others to the same party at least 24 hours ahead and at most 7 days ahead
    > It is everyone's kitchen.

# Decide: how long before someone new.
notice heads-up
    before each encounter with someone new, notice by the same party to the others at least 2 days ahead
    "You say it, you do not ask for it."

# Decide: how soon, and what you want to hear.
disclosure tell
    after each encounter, disclosure by the same party to the others within 36 hours
    covering who, protection
    optionally feelings, plans
    > All of us hear it first hand.

# Decide: how many nights, for each of you alike.
cap nights-away "Nights away"
    at most 3 encounters tagged overnight by each party in any 30 days
    warn at 3

# Decide: after which evenings, and with whom.
aftercare
    after each encounter tagged overnight, aftercare by everyone within 3 days

# Decide: how often, and how fresh before someone new. A date is enough.
testing
    test by each party every 3 months
    after each test, result by the same party to the others within 4 days
    before the first encounter by each party with each person, test by the same party within the last 8 weeks

# Decide: which pairs there are, and what each of them needs.
promise time "Time for each other"
    at least 2 date-nights by Alma and Bo per month
    at least 2 date-nights by Bo and Cyd per month
    at least 2 house-dinners by Alma and Bo and Cyd per month
    "No one is the calendar of this house. Everyone plans."

# Decide: when all of you talk.
check-in
    check-in by everyone every 2 weeks on Sunday at 17:00 for 90 minutes
    "The one who spoke least last time begins."

# Decide: how long a pause may last. Nobody needs a reason.
pause breather
    anyone may pause encounters for at most 14 days

# Decide: what helps after something was missed.
repair
    after each breach of tell, debrief by everyone within 5 days
    after each conflict, debrief by everyone within 3 days
    > We talk while it is small.

# Decide: when you look at this page again.
review
    review by everyone every 3 months
