pact "Hannah and Tobi, trying this out"
    between Hannah and Tobi
    in force from 2026-10-01
    time zone Europe/Vienna

use relationships

person marek "Marek, from the climbing hall" known since 2026-06-20
person sil tagged friend
person jonas tagged friend

cap evenings
    at most 3 encounters per month by each party
    warn at 2

boundary bedroom
    no encounter at home
    > It is the only room that is really both of ours.

boundary friends
    no encounter with anyone tagged friend
    > We want to be able to go to Jonas's barbecue and just eat.

notice
    before each encounter, notice by the same party to the others at least 1 day ahead

consent
    before the first encounter by Tobi with each person, consent by Hannah within the last 14 days

disclosure tell
    after each encounter, disclosure by the same party to the others by 12:00 the next day
    covering who, protection
    optionally feelings

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 2 days

aftercare
    after each encounter, aftercare by everyone within 2 days

promise us
    at least 1 date-night by Hannah and Tobi per week
    "We always say good morning before anyone looks at a phone."
    "Hannah's Fridays with Marek stay as they are, every week."
    "If one of us is falling in love, the other hears it soon."
    "We do not overdo it."
    "When it gets too much for Hannah, we stop with everything."

promise kind
    "We never make jokes about the other one's dates in front of people."
    "If I cry, that is not a no. I will say no when I mean no."
    "Whoever comes home late brings croissants."

pause breather
    anyone may pause encounters for at most 21 days
    > No reasons needed.
