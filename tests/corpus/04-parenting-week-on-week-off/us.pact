pact "Hanna and Yusuf"
    between Hanna and Yusuf
    in force from 2026-02-06
    time zone Europe/Berlin
    signed by Hanna on 2026-02-01
    signed by Yusuf on 2026-02-01

use coparents

person mila "Mila, 9"
person sami "Sami, 6"
person oma tagged grandparent
person opa tagged grandparent

event receipt
    amount in EUR
event left-behind
    fields what
event bringing
event hospital
    with person
event school-note
    with person
event first-pick
event second-pick
event both-ways
    plural both-ways

days school-days
    weekdays
    except 2026-02-16 until 2026-02-20
    except 2026-03-30 until 2026-04-10

days summer
    2026-06-15 until 2026-08-31

term late-pickup means pickup starting between 15:46 and 00:00 on Friday
term late-handover means handover starting between 17:16 and 00:00 on Friday

promise change
    pickup by Hanna every Friday at 15:30
    only in even weeks
    only on school-days
    pickup by Yusuf every Friday at 15:30
    only in odd weeks
    only on school-days
    > The parent whose week starts picks them up at school.

promise no-school
    handover by Yusuf to Hanna every Friday at 17:00
    only in even weeks
    except on school-days
    handover by Hanna to Yusuf every Friday at 17:00
    only in odd weeks
    except on school-days
    > The other parent brings them to the door.

notice late
    before each late-pickup by each party, message tagged late by the same party to the others by 15:30 the same day and at most 6 days ahead
    before each late-handover by each party, message tagged late by the same party to the others by 17:00 the same day and at most 6 days ahead
    no pickup starting between 19:00 and 00:00 on Friday
    > Without a message the other parent may take them home, and you collect them there the same evening.

promise both-ways
    after 3 late-pickups by each party in any 90 days, both-ways by the same party every 7 days for 14 days
    > Who was late drives both ways at the next two changes.

notice sitters
    before each sitter lasting more than 4 hours by each party, request by the same party to the others at least 3 hours ahead unless on Sunday with anyone tagged grandparent
    > No answer counts as no.

promise calls
    call with mila and sami starting between 18:00 and 19:00 every week on Sunday and Wednesday
    > With the parent whom they are not with.

promise things
    no left-behind by each party
    after each left-behind by each party where what is inhaler, bringing by the same party within 2 hours
    > Clothes, school bags and Sami's inhaler travel with them at each change.

promise costs
    after each expense by each party tagged doctor or dentist or sports, receipt by the same party to the others within 30 days
    after each receipt by Hanna, settlement of 45 percent of its amount by Yusuf to Hanna within 14 days
    after each receipt by Yusuf, settlement of 55 percent of its amount by Hanna to Yusuf within 14 days

consent big-costs
    before each expense where amount is more than 200, consent by everyone unless tagged emergency
    > In writing. An emergency is a visit to a hospital or night clinic.

promise summer
    first-pick by Hanna every year by 1 March
    only in even years
    second-pick by Yusuf every year by 15 March
    only in even years
    first-pick by Yusuf every year by 1 March
    only in odd years
    second-pick by Hanna every year by 15 March
    only in odd years
    holiday on summer by each party lasting at least 14 days every year by 31 August

disclosure health
    after each hospital by each party, message tagged hospital by the same party to the others within 2 hours
    after each school-note by each party, message tagged school by the same party to the others by 23:59 the same day

promise kind-words
    "We don't speak badly of each other where the children can hear."

notice new-partner
    before each introduction by each party with each person, notice by the same party to the others with the same person at least 7 days ahead

review
    review by everyone every year on 15 September give or take 15 days
    > It changes only if we both sign.
