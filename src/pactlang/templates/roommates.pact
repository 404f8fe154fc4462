# People who share a flat: cleaning in turn, quiet hours, guests, parties, rent, and what was bought for all.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: who lives there, and the day from which this counts.
pact "The fourth floor"
    between Ines, Juri and Kofi
    in force from 2026-01-05 until 2027-01-04
    time zone Europe/Berlin

use household

# Decide: the order, and what counts as clean.
promise cleaning "Bathroom and kitchen"
    cleaning by Ines, Juri and Kofi in turn every week on Sunday give or take 1 day
    "Clean means that one would show it to a parent. Who swaps says so in the group."

# Decide: when it is quiet. The night belongs to the evening on which it begins.
hours quiet-hours
    on Sunday through Thursday between 22:30 and 07:00

boundary quiet
    no noise during quiet-hours
    > One of us gets up at five.

# Decide: how many nights are a visit, and from when on it is moving in.
cap guests
    at most 5 overnight-guests by each party in any 30 days
    warn at 5

# Decide: how long before.
notice guest-notice
    before each overnight-guest, notice by the same party to the others at least 24 hours ahead
    "A line in the group is a notice."

# Decide: how often, and who has to say yes.
consent parties
    before each party by each party, consent tagged party by the others to the same party within the last 14 days
    at most 1 party by anyone per month
    after each party, cleaning by the same party within 18 hours

# Decide: the day. Early is fine.
promise rent
    rent by each party every month by day 3

# Decide: from which sum on all of you are asked.
consent big-things "Things for all above 50 euros"
    before each expense by each party where amount is at least 50, consent tagged money by the others to the same party within the last 7 days

# Decide: when you settle up.
promise settling-up
    settlement by everyone every month on the last day give or take 3 days

# Decide: how often you sit down together.
check-in house-meeting
    house-meeting by everyone every 4 weeks on Wednesday at 19:30 for 1 hour
    "There is soup. Nobody brings up what someone absent did."

# Decide: what may be paused: before exams, before surgery, before anything.
pause exams
    anyone may pause overnight-guests for at most 14 days

# Decide: what you do when something went wrong.
repair
    after each breach of quiet, talk by everyone within 7 days
    after each conflict, debrief by anyone within 3 days

# Decide: when you look at this page again.
review
    review by everyone every 6 months
