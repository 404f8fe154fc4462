pact "Aino, Felix and Jack"
    between Aino, Felix and Jack
    in force from 2026-04-02
    time zone Europe/Helsinki
    signed by Aino on 2026-03-30
    signed by Felix on 2026-03-30
    signed by Jack on 2026-03-31

use relationships

event evening
event weekend
# An evening or weekend that is moved, entered for the time at which it would have been.
event moved
    plural moved
event thursday-off
    plural thursdays-off
event house-visit
event invitation
event unprotected
    plural unprotected
event trip
event celebration
event message-reading
    plural message-reading

days our-weeks
    2026-07-06 until 2026-07-19

days with-jack
    2026-06-28
    2026-09-27
    2026-12-27

state thursday-free
    starts with thursday-off by Felix
    lasts at most 6 days

promise aino-and-jack
    evening or moved by Aino and Jack starting between 17:00 and 00:00 every Thursday
    except while thursday-free
    except on our-weeks
    weekend or moved by Aino and Jack every 2 weeks on Saturday at 10:00 for 32 hours
    except on our-weeks
    no weekend starting between 00:00 and 10:00
    no weekend lasting more than 24 hours ending between 18:00 and 10:00

notice changes
    before each moved by Aino, request by Aino to Felix at least 3 days ahead
    before each moved by Aino, consent tagged move by Felix
    after each request by Aino to Felix, reply by Felix to Aino within 1 day

promise felix
    at most 1 evening by Felix per week
    at most 1 weekend by Felix in any 14 days
    at least 1 day between weekends
    > One of us is home with the dog.

boundary our-house
    before each house-visit by Jack, invitation by Felix to Jack

boundary protection
    before each unprotected by Aino and Jack, any consent tagged protection by everyone
    before the first unprotected by Aino and Jack, test by everyone within the last 45 days

disclosure someone-new
    after each meeting tagged second by Aino, disclosure by Aino to Felix and Jack within 72 hours
    after each meeting tagged second by Felix, disclosure by Felix to Aino and Jack within 72 hours

boundary july
    no evening on our-weeks
    no weekend on our-weeks
    no visit on our-weeks
    at most 1 call by Aino not to Felix on our-weeks per day
    at most 1 call by Felix not to Aino on our-weeks per day

cap trips
    at most 1 trip by Aino and Jack per year
    at most 5 nights of trips by Aino and Jack per year

promise celebrations
    celebration at home by Aino and Felix every year on 24 December
    celebration by Aino and Felix every year on 31 December
    only in odd years
    celebration by Aino and Jack every year on 31 December
    only in even years

boundary messages
    no message-reading
    after each message-reading by each party, disclosure tagged reading by the same party within 24 hours

promise jealousy
    "Jealousy is spoken, not punished."

check-in talks
    talk by Aino and Felix lasting at least 1 hour every month on the last Sunday
    talk by Jack lasting at least 30 minutes every Sunday
    only on with-jack

cap breaks
    at most 4 thursdays-off by Felix per year
    "Ending it altogether isn't his to decide."

closing parting
    after each leave, test by each party within 60 days
