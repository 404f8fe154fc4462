# Two people who share a home: time for each other, housework, money, and a way to talk when it is hard.
# A line that begins with # is a comment. "Decide" marks what only you can know. Cross out whatever is not yours.

# Decide: your names, and the day from which this counts.
pact "Mia and Jon"
    between Mia and Jon
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships
use household

# Decide: how many evenings a month. Two that happen are worth more than eight that do not.
promise ours "Evenings of our own"
    at least 2 date-nights by Mia and Jon per month
    > We see each other every day, and we do not always meet.
    "The one who planned the last one rests."

# Decide: the day and the hour at which you are both awake.
check-in
    check-in by everyone every week on Sunday at 19:00 for 30 minutes
    "Each of us begins with one thing that was good this week."

# Decide: how long someone who asks for a talk may have to wait.
promise talk
    after each talk-wanted by each party, talk by everyone within 2 days
    > Not tonight is a fine answer. Not at all is a lonely one.
    "What comes up after ten goes on a slip of paper, and we read it at breakfast."

# Decide: who begins, and how often.
promise cleaning "Kitchen and bathroom"
    cleaning by Mia and Jon in turn every week on Saturday give or take 1 day

# Decide: from which sum on you ask each other.
consent big-things "Things above 150 euros"
    before each expense by each party where amount is at least 150, decision by everyone within the last 14 days
    > It is not about being allowed. It is about not being surprised.

# Decide: where the phones stay out of sight.
boundary table
    no phone-use at table
    > The one who cooked would like to see a face.

# Decide: what may be paused, and for how long. Nobody needs a reason.
pause breather
    anyone may pause talks for at most 3 days
    anyone may pause check-ins for at most 14 days

# Decide: what helps the two of you after a bad day.
repair
    after each conflict, debrief by everyone within 3 days
    "First what each of us felt, then what happened, then what we try next time."

# Decide: when you look at this page again.
review
    review by everyone every 3 months
