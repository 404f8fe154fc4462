pact "The flat on Mill Road"
    between Priya, Tom and Wanjiru
    in force from 2026-01-04 until 2026-08-31
    time zone Europe/London
    currency GBP
    week starts Sunday
    signed by Priya on 2026-01-02
    signed by Tom on 2026-01-02
    signed by Wanjiru on 2026-01-02

use household

event meal
event dishes
    plural dishes
event bins
    plural bins
# A message to whoever can be heard, and their going quiet.
event too-loud
event silence

hours bin-time
    on Sunday between 18:00 and 00:00
    on Monday
    on Tuesday between 00:00 and 22:00

hours quiet-hours
    on Sunday through Thursday between 23:00 and 07:00
    on Saturday and Sunday between 01:00 and 07:00

term guest-night means guest between 02:00 and 02:01

promise rent
    rent by Priya where amount is at least 600 every month by day 1
    > She has the big room.
    rent by Tom where amount is at least 450 every month by day 1
    rent by Wanjiru where amount is at least 450 every month by day 1
    > Into the joint account; landing any time on the 1st is fine.

promise late-rent
    after each breach of rent, settlement by the same party to the others within 7 days
    "5 to each of the other two for every full day after the 1st, up to 25 each."

promise bills
    after each bill, settlement of a third of its amount by the others to the same party within 7 days
    > A bill in the log is one that was posted in the group chat, by who paid it.
    > Split three ways, whatever the meter says.

promise bins
    bins during bin-time by Priya, Tom and Wanjiru in turn every week

promise dishes
    after each meal by each party, dishes by the same party within 24 hours
    > No matter whose turn it is.

cap guests
    at most 6 guest-nights by each party per month
    > The guest is still in at 02:00. An entry for each guest and each night.

boundary quiet
    after each too-loud during quiet-hours, silence by each who was addressed within 10 minutes
    > Music, calls or machines that someone in the next room can hear.

notice moving-out
    before each moving-out by each party, notice by the same party to the others at least 60 days ahead

consent newcomer
    before each moving-in, consent by everyone

promise honest
    "We are honest with each other before we get annoyed."

review
    review by everyone on 2026-01-28 give or take 3 days
    review by everyone on 2026-06-27 give or take 3 days
    > The last week of January, and the last week of June.
