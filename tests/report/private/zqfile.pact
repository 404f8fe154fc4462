pact "Zqtitle of Ana and Ben"
    between Ana (was Zqold) and Ben
    in force from 2026-01-05
    time zone Europe/Berlin
    currency zqcoins
    signed by Ana on 2026-01-02
    signed by Ben on 2026-01-03

use relationships
include "zqpart.pact"

event zqwalk
    plural zqwalkings
    with person
    about zqtalk
    amount in zqcoin
    fields zqmood, zqweather

event zqtalk

term zqlate means zqwalk or encounter where protection is zqfoil

days zqfeasts
    2026-12-24 until 2027-01-06

hours zqnights
    on zqfeasts between 22:00 and 06:00

state zqaway
    starts with zqtalk
    ends with zqwalk

person zqdana "Zqdana Zqsurname" tagged zqcolleague
person zqkim
person zqleo

boundary zqboundary "Zqclause title"
    no zqlate with anyone tagged zqcolleague
    no zqwalk at zqhome or zqgarden unless consent by Ben within the last 7 days
    no encounter tagged zqlong while zqaway
    no encounter with zqkim or zqleo unless zqaway
    no zqwalk where zqmood is zqgrim
    no zqwalk on zqfeasts
    no zqwalk during zqnights
    "Zqpromise in words"
    > Zqreason for it.

cap zqcap
    at most 1 zqlate by each party per month
    at most 100 zqcoin of zqwalkings per week
    at most 1 encounter with zqdana per year

disclosure zqtell
    after each encounter, disclosure by the same party to the others within 24 hours
        covering who, where
        optionally zqsecret
    Ana keeps zqsilent private

disclosure zqtellall
    after each zqtalk, disclosure by the same party to each person tagged zqcolleague within 2 days

promise zqhalf
    after each zqwalk by Ana, zqwalk of half its amount by Ben within 2 days

notice zqannounce
    after each zqwalk, zqtalk by Ana to Ben within 2 days
    covering zqmood

matrix zqcomfort "Zqmatrix title" for encounter
    activity    Ana   Ben
    zqdinner    yes   ask
    zqnight     no    yes
    > Zqreason of the matrix.

matrix zqoutside for zqwalk
    activity    Ana   Ben
    zqclimb     yes   yes

hope zqhope "Zqhope title"
    at least 1 zqtalk per month
    > Zqreason of a hope.

repair zqrepair
    after each breach of zqtell or zqcap, zqtalk by everyone within 3 days
    after each breach of zqcap, zqwalkings pause for 3 days

example "Zqexample title"
    2026-02-01 20:00  encounter by Ana with zqdana
        Zqnote of an example
    expect broken zqcap
