pact "The Ferry Lane garden"
    between Nadia, Luc, Winnie, Esteban, Pauline and Yoshi
    in force from 2026-01-01
    time zone Europe/London
    currency GBP
    week starts Saturday
    signed by Nadia on 2025-12-28
    signed by Luc on 2025-12-28
    signed by Winnie on 2025-12-28
    signed by Esteban on 2025-12-28
    signed by Pauline on 2025-12-28
    signed by Yoshi on 2025-12-28

use household

event dues
    plural dues
    amount in GBP
event joining
event second-bed
event reminder
event bed-passed-on
    plural beds-passed-on
event shared-work
    plural shared-work
event three-hours
    plural three-hours
event missing-hour
event hour-money
    plural hour-money
    amount in GBP
event watering
# More than 25 degrees, or more than 5 mm of rain, by the town weather station. Entered for 00:00.
event hot-day
event wet-day
event tool-out
    plural tools-out
event tool-home
    plural tools-home
event sign-in
    fields clean, crossed-out
event bed-visit
event illness-told
    plural illnesses-told
event bed-note
event bed-lost
    plural beds-lost
event slug-pellets
    plural slug-pellets
event peat
event weedkiller
event harvest-out
    plural harvests-out
event bag
event picking
event friend-named
    plural friends-named
    with person
event friend-picking
    with person
event going-away
    plural goings-away
event coming-back
    plural comings-back
event garden-guest
    fields member
event dog
    fields lead
event first-word
event complaint
event joint-talk
event garden-meeting
event garden-spending
    amount in GBP

state wet
    starts with wet-day
    lasts at most 23 hours

state away for each party
    starts with going-away
    ends with coming-back

promise dues
    dues by each party where amount is at least 45 every year by 31 January
    after each joining by each party, dues by the same party where amount is at least 25 within 30 days
    only between 2 July and 31 December
    no second-bed by each party

promise last-day
    dues by each party where amount is at least 45 every year by 28 February

repair waiting-list
    after each breach of last-day, bed-passed-on by Winnie within 14 days
    before each bed-passed-on, reminder by Winnie at least 10 days ahead
    "To the next on the waiting list."

promise work
    at least 12 hours of shared-work by Esteban per year
    at least 12 hours of shared-work by Pauline per year
    at least 12 hours of shared-work by Yoshi per year
    at least 6 hours of shared-work by Nadia per year
    at least 6 hours of shared-work by Luc per year
    at least 6 hours of shared-work by Winnie per year
    three-hours by each party every year by 30 April
    > Their offices count for six hours each. Whose first three hours are done says so.

promise missing-hours
    after each missing-hour by each party, hour-money by the same party where amount is at least 9 within 14 days
    > An entry for each hour, on 1 December.

promise watering
    watering by Nadia, Luc, Winnie, Esteban, Pauline and Yoshi in turn every week
    watering by anyone every day
    except while wet
    after each hot-day, watering starting between 03:00 and 09:00 by 09:00 the same day
    after each hot-day, watering starting between 19:00 and 00:00 by 23:59 the same day
    no watering while wet
    "Whose week it is waters every day of it."

promise tools
    after each tool-out by each party, sign-in where clean is yes where crossed-out is not yes by the same party by 23:59 the same day
    before each tool-home by each party, consent by Luc within the last 7 days
    after each tool-home by each party, sign-in where clean is yes where crossed-out is not yes by the same party within 3 days
    "By sunset. A wrong tick is one that Luc has crossed out within a day."

promise worked
    bed-visit or illness-told by each party every 6 weeks
    only between 1 April and 30 September
    > In the gate book.

promise note
    after each breach of worked, bed-note to the same party within 7 days

promise last-call
    after each bed-note, bed-visit by each who was addressed within 14 days

promise lost
    after each breach of last-call, bed-lost by the same party within 7 days

boundary organic
    no slug-pellets or peat or weedkiller

promise harvest
    harvest-out every Sunday at 11:00 give or take 5 minutes
    at most 1 bag starting between 00:00 and 11:30 on Sunday by each party per day

consent picking
    before each picking at "Nadia's bed" not by Nadia, consent by Nadia
    before each picking at "Luc's bed" not by Luc, consent by Luc
    before each picking at "Winnie's bed" not by Winnie, consent by Winnie
    before each picking at "Esteban's bed" not by Esteban, consent by Esteban
    before each picking at "Pauline's bed" not by Pauline, consent by Pauline
    before each picking at "Yoshi's bed" not by Yoshi, consent by Yoshi
    before each friend-picking by each party, any friend-named by the same party to Nadia with the same person
    no friend-picking by each party unless away
    > A friend picks for the one who is away.

boundary visitors
    no garden-guest without member
    no dog without lead
    > Whose guest it is, is there.

promise complaints
    before each complaint by each party to Nadia, first-word by the same party at least 7 days ahead
    after each complaint to Nadia, joint-talk by Nadia within 14 days
    before each complaint by each party to Pauline, first-word by the same party to Nadia at least 7 days ahead
    after each complaint to Pauline, joint-talk by Pauline within 14 days
    "A complaint about Nadia goes to Pauline. Both come to the talk."

consent spending
    before each garden-spending where amount is more than 100, vote at meeting by at least 4 of us

promise meetings
    at least 1 garden-meeting per month
    only between 1 March and 31 March
    at least 1 garden-meeting per month
    only between 1 June and 30 June
    at least 1 garden-meeting per month
    only between 1 October and 31 October

promise know
    "We share what we know, not just what we grow."
