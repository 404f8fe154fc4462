pact "Ines and Gareth"
    between Ines and Gareth
    in force from 2026-02-02 until 2026-11-12
    time zone Europe/London
    signed by Ines on 2026-01-30
    signed by Gareth on 2026-01-30

use household

person noor "Noor, born on 12 November 2025"

# Hours up with Noor are noted in `up`.
event night-shift
    fields up
event waking
event fever
    fields degrees
event noor-crying
event morning
event swap
event night-back
event free-evening
event home-day
event appointment
    with person
event photo-online
    plural photos-online
event health-question
    with person
# Yes to a cold, a cough or a fever.
event ill-visitor
    with person
event at-the-end
event takeover

term high-fever means fever where degrees is at least 38.5
term long-crying means noor-crying lasting at least 60 minutes

state gareth-away
    starts with departure by Gareth
    ends with arrival by Gareth

state ines-away
    starts with departure by Ines
    ends with arrival by Ines

promise nights
    night-shift by Ines every week on Monday and Wednesday and Friday at 22:00 for 8 hours
    night-shift by Gareth every week on Tuesday and Thursday and Saturday at 22:00 for 8 hours
    night-shift by Gareth and Ines in turn every week on Sunday at 22:00 for 8 hours

boundary sleep
    no waking unless high-fever or long-crying within the last 2 hours
    > The one on shift gets up for Noor.

promise mornings
    after each night-shift by each party where up is more than 3, morning by the others by 10:00 the same day
    > You sleep until 10:00 on the day on which your shift ends.

promise swaps
    no swap starting between 18:00 and 06:00
    after each swap by each party, night-back by the same party within 2 weeks
    > A swap is entered by who asks for a night, when they ask and get it.

cap free-evenings
    at most 1 free-evening by each party per week
    no free-evening starting between 00:00 and 18:00
    no free-evening ending between 23:00 and 06:00
    "Nobody has to explain where they go."

boundary back-for-shift
    no free-evening by Ines ending between 22:00 and 06:00 on Monday or Wednesday or Friday
    no free-evening by Gareth ending between 22:00 and 06:00 on Tuesday or Thursday or Saturday
    no free-evening by Ines ending between 22:00 and 06:00 on Sunday
    only in odd weeks
    no free-evening by Gareth ending between 22:00 and 06:00 on Sunday
    only in even weeks

promise thursdays
    home-day by Gareth every Thursday at 08:00 for 8 hours
    only from 2026-02-02 until 2026-07-31
    > Ines goes to work.

consent photos
    before each photo-online, consent tagged photo by everyone

notice visitors
    before each visit by each party with each person, health-question by the same party with the same person at least 1 day ahead and at most 1 day ahead
    after each ill-visitor by each party, no visit with the same person for 1 day
    no visit tagged unwashed

aftercare takeover
    after each at-the-end by Ines, takeover by Gareth lasting at least 2 hours within 15 minutes
    except while gareth-away
    after each at-the-end by Ines, takeover by Gareth lasting at least 2 hours within 90 minutes
    only while gareth-away
    after each at-the-end by Gareth, takeover by Ines lasting at least 2 hours within 15 minutes
    except while ines-away
    after each at-the-end by Gareth, takeover by Ines lasting at least 2 hours within 90 minutes
    only while ines-away
    "That sentence is never held against anyone."

check-in
    check-in by everyone every month on the first Sunday
