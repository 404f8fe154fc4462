# Second version, written in the last week of June and the first of July.
# Fewer evenings, fewer late ones, and something that the first version did not have:
# what happens after an evening, and a fixed moment for what is good between us.

pact "Nora and Felix"
    between Nora and Felix
    in force from 2026-07-06 until 2027-07-05
    time zone Europe/Berlin
    signed by Nora on 2026-07-02
    signed by Felix on 2026-07-03

use relationships

person vera known since 2025-09-12
person paul known since 2025-10-03

term late-night means encounter between 23:30 and 05:00

cap monthly "Evenings out"
    at most 3 encounters per month by each party
    warn at 3

cap late-nights
    at most 1 late-night by each party in any 14 days
    > Once in two weeks is something to look forward to. Twice a week was a habit.

boundary work-nights
    no encounter ending between 00:30 and 06:00 on Sunday through Thursday

notice
    before each encounter, notice by the same party to the others at least 2 days ahead and at most 21 days ahead

disclosure tell
    after each encounter, disclosure by the same party to the others by 12:00 the next day
    covering who, when
    optionally feelings
    > Noon, because from then on the day gets heavy.

aftercare
    after each encounter, aftercare by everyone within 48 hours
    "The one who was out makes the tea."

promise ours
    at least 3 date-nights by Nora and Felix per month

promise gratitude
    gratitude by everyone every week on Sunday at 20:00 for 15 minutes
    > In spring we only ever talked about what was wrong.
    "Small things count: the bread, the message at noon."

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days

check-in
    check-in by everyone every week on Monday at 20:00 for 45 minutes

pause breather
    anyone may pause encounters for at most 14 days

review
    review by everyone every 6 weeks

repair
    after each breach of monthly, debrief by everyone within 3 days
    after each breach of late-nights, debrief by everyone within 3 days
    after each breach of tell, debrief by everyone within 3 days
    after each breach of late-nights, encounters pause for 7 days
