# A couple that is opening up: telling each other, tests, evenings with others and evenings of your own.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: your names, and the day from which this counts. It ends by itself unless you renew it.
pact "Mia and Jon"
    between Mia and Jon
    in force from 2026-01-05 until 2026-07-04
    time zone Europe/Berlin

use relationships

# Decide: how long before. And whether you tell it or ask for it.
notice heads-up
    before each encounter, notice by the same party to the others at least 24 hours ahead
    "You say it, you do not ask for it. The one who hears it may say how it feels."

# Decide: how soon, and what you want to hear. What is optional is for the one who tells.
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
    optionally feelings, plans
    > I can hear almost anything. I cannot hear it late.

# Decide: how many, for each of you alike.
cap evenings "Evenings with others"
    at most 3 encounters per month by each party
    warn at 3

# Decide: what is only yours. A place, a day, a song.
boundary home
    no encounter at home
    > The flat is where we can both be tired.

# Decide: how you come back to each other.
aftercare
    after each encounter, aftercare by everyone within 2 days
    "Ten minutes are enough. Phones in the other room."

# Decide: how often, and how fresh before someone new. A date is enough; the result is nobody's but yours.
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
    before the first encounter by each party with each person, test by the same party within the last 60 days

# Decide: how many evenings for the two of you.
promise ours "Evenings of our own"
    at least 2 date-nights by Mia and Jon per month

# Decide: when you talk, also in a week in which nothing happened.
check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
    "Each of us begins with one thing that was good this week."

# Decide: how long a pause may last. Nobody needs a reason, and it never counts against anyone.
pause breather
    anyone may pause encounters for at most 21 days

# Decide: what helps after something was missed. Not a punishment: time to find out what made it hard.
repair
    after each breach of tell, debrief by everyone within 3 days
    after each conflict, debrief by everyone within 3 days

# Decide: when you look at this page again. Early, at first.
review
    review by everyone every 6 weeks
