pact "The Thursday climbing club"
    between Hedda, Marcus, Suki, Arturo, Femi and Jess
    in force from 2026-03-02
    time zone Europe/Oslo
    signed by Hedda on 2026-02-26
    signed by Marcus on 2026-02-26
    signed by Suki on 2026-02-26
    signed by Arturo on 2026-02-26
    signed by Femi on 2026-02-26
    signed by Jess on 2026-02-26

use household

event club-evening
event evening-off
    plural evenings-off
# Called out aloud, and answered.
event partner-check
    fields answered
event climb
event joining
event fourth-evening
event tying-in
    plural tyings-in
event belay
event card-signed
    plural cards-signed
event leading
event new-rope
event rope-thrown-out
    plural ropes-thrown-out
event fall
    fields metres, hard
event gear-check
event dues
    plural dues
    amount in EUR
    fields student
event two-months-behind
    plural two-months-behind
event dues-settled
    plural dues-settled
event guest-ticket
event trip-sign-up
event trip-payment
    amount in EUR
event cancelling
    fields days-ahead, substitute
event refund
    amount in EUR
# The time that the leader has set, entered for that time, by those who go.
event back-time
event return
event word
event rescue-call
event near-miss
    plural near-misses
event near-miss-told
    plural near-misses-told
event written-up
    plural written-up
event suspension
    fields self-reported
# One not reported: it came out from another member, more than 24 hours after.
event came-out
    plural came-out
event down
event lowering
event photo-post
event leader-vote
event leader-term

term full-dues means dues where amount is at least 15
term student-dues means dues where student is yes where amount is at least 7.50

state new for each party
    starts with joining
    ends with fourth-evening

state behind for each party
    starts with two-months-behind
    ends with dues-settled

promise evenings
    club-evening or evening-off every Thursday at 18:30
    after each club-evening by each party, partner-check by the same party by 18:45 the same day
    before each climb by each party, partner-check where answered is yes by the same party

promise newcomers
    before each climb while new by each party, tying-in by Hedda or Marcus to the same party
    before each belay by each party, any card-signed by Hedda or Marcus to the same party
    > The fourth evening is entered when it is over.

promise leading
    leading or evening-off by Hedda every Thursday
    only in odd weeks
    leading or evening-off by Marcus every Thursday
    only in even weeks
    before each evening-off, message tagged off by Hedda or Marcus by 12:00 the same day
    > Who leads for the other does so instead of them.

promise rope
    after each new-rope, rope-thrown-out within 3 years
    after each fall where metres is more than 8, rope-thrown-out by 23:59 the same day
    after each fall where hard is yes, rope-thrown-out by 23:59 the same day
    > Hard is what someone writes in the rope book as hard.

promise gear
    gear-check by at least 2 of us every month on the first Thursday
    "Never the same two twice in a row."

promise dues
    full-dues or student-dues by each party every month by day 7
    before each club-evening while behind by each party, guest-ticket by the same party

promise trips
    before each trip-sign-up by each party, trip-payment where amount is at least 30 by the same party
    after each cancelling where days-ahead is at least 14 by each party, refund to the same party where amount is at least 30 within 14 days
    after each cancelling where days-ahead is at least 5 by each party, refund to the same party where amount is at least 15 within 14 days
    after each cancelling where substitute is yes by each party, refund to the same party where amount is at least 30 within 14 days
    after each cancelling where days-ahead is less than 5 where substitute is not yes by each party, no refund to the same party for 60 days

promise back
    before each back-time by each party, return by the same party
    otherwise return or word by the same party within 45 minutes

repair rescue
    after each breach of back, rescue-call by Hedda or Marcus within 10 minutes

promise near-misses
    after each near-miss, near-miss-told by the same party to the others by 23:59 the same day
    after each near-miss, written-up by the same party within 3 days
    no suspension where self-reported is yes

boundary off-the-rope
    after each came-out by each party, no climb by the same party for 28 days

promise down
    after each down, lowering by anyone within 2 minutes

boundary photos
    before each photo-post not at "club album", consent tagged photo by each who was addressed
    > Everyone in it is asked, and one no is a no.

promise never-each-other
    "We push ourselves, never each other."

promise leaders
    leader-term every year on 1 October
    before each leader-term, leader-vote by at least 4 of us within the last 60 days
    at most 3 leader-terms by each party in any 4 years
