pact "Maya and Robert"
    between Maya and Robert
    in force from 2026-05-04
    time zone Europe/London
    currency GBP
    signed by Maya on 2026-05-01
    signed by Robert on 2026-05-01

use relationships

# The shared note, as it was when we signed.
person kit tagged friend
person noa tagged coworker
person tim tagged neighbour

event date
    with person
# Fixing a date that is to come.
event date-plan
    with person
event name
    with person
# Entered for 23:00.
event night-away
    plural nights-away
    with person
event question
event details
    plural details
# A name is put on the list in the shared note.
event on-the-list
    plural on-the-list
    with person
event sleepover
    with person
# The day on which a result comes.
event result-in
    plural results-in
event unprotected
    plural unprotected
    with person
# A test that a partner has shown, entered for the day on which it was taken.
event partner-test
    with person
event date-money
    plural date-money
    amount in GBP
    fields account
event renewal

hours night
    between 20:00 and 05:00

state just-paused
    starts with pause
    lasts at most 24 hours

state maya-away
    starts with departure by Maya
    ends with arrival by Maya

state robert-away
    starts with departure by Robert
    ends with arrival by Robert

notice names
    before each date not with someone new by each party with each person, any name by the same party to the others with the same person
    > From the second date on.

disclosure tell
    after each date with someone new by each party, disclosure by the same party to the others by 12:00 the next day
    before each night-away by each party, notice by the same party to the others by 18:00 the same day

disclosure details
    before each details by each party, question by the others
    after each question by each party, details by the others by 23:59 the same day

boundary not-them
    no date with anyone tagged friend or coworker or neighbour
    after each on-the-list, no date with the same person for 12 months
    > Neighbours live in our building. Friends are those whom either of us has had at our table before the opening.

cap nights
    at most 2 nights of dates or nights-away by each party per week
    no date on Sunday
    no night-away on Sunday

boundary our-bed
    no sleepover at "our bed"
    no sleepover by Maya at "guest room" unless robert-away
    no sleepover by Robert at "guest room" unless maya-away
    before each sleepover at "guest room" by each party, consent tagged guest-room by the others

testing
    test by each party every 3 months
    after each result-in by each party, result by the same party to the others within 2 days

testing new-partners
    before the first unprotected by each party with each person, partner-test with the same person within the last 30 days

pause breather
    anyone may pause date-plans for at most 14 days
    "There is one per person in each three months."

boundary paused
    no date while paused unless just-paused
    > Dates already made within 24 hours may be kept.

check-in sit-down
    after each pause, talk tagged first by everyone lasting at least 1 hour while paused within 14 days
    after each pause, talk tagged second by everyone lasting at least 1 hour while paused within 14 days

repair late
    after each breach of tell, no date until talk by everyone
    after each breach of tell, talk by everyone within 4 days

promise first
    "We come first for each other, in the heart and not just on the calendar."

promise money
    no date-money where account is joint

boundary closed-again
    no date unless renewal by everyone within the last 12 months
    only from 2027-05-01
    > It ends on 30 April 2027 unless we both renew it before then.
