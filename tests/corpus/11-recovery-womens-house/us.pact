pact "Our house"
    between Bettina, Carol, Jodie, Shanice and Tove
    in force from 2026-03-01
    time zone America/Chicago
    currency USD
    week starts Sunday
    signed by Bettina on 2026-02-25
    signed by Carol on 2026-02-25
    signed by Jodie on 2026-02-25
    signed by Shanice on 2026-02-25
    signed by Tove on 2026-02-25

use household

person zoe tagged own-child

event dinner
    with person
event dues
    plural dues
    amount in USD
event treasurer-term
event fund
    amount in USD
# Saying that one thinks someone has been using: to her, to the house, to anybody else.
event told-her
    plural told-her
event told-house
    plural told-house
event told-others
    plural told-others
event joint-suspicion
event test
    fields result
event return-request
event self-report
event counsellor
event meeting
event drunk-guest
    with person
event guest-asked-to-go
    with person
event kitchen
event bath
event hall
event garden
event tick

hours weeknights
    on Sunday through Thursday between 22:00 and 07:00

hours chore-time
    on Sunday through Friday
    on Saturday between 00:00 and 12:00

consent newcomer
    before each moving-in with each person, dinner tagged second with the same person
    before each moving-in with each person, consent with the same person by at least 4 of us

promise dues
    dues by each party where amount is at least 95 every Saturday

cap treasurer
    at least 7 months between treasurer-terms by each party
    treasurer-term every 6 months

promise books
    house-meeting or absence by each party every 2 weeks on Sunday at 17:00
    before each absence by each party, message tagged illness or shift by the same party
    > The books are shown. An absence is entered for 17:00.

promise missed
    after each breach of books, fund by the same party where amount is at least 10 within 7 days

disclosure suspicion
    before each told-others or told-house by each party, any told-her by the same party
    after each told-her by each party, told-house by the same party within 24 hours

testing
    no joint-suspicion by fewer than 3 of us
    after each joint-suspicion, test by each who was addressed by 23:59 the same day
    after each test where result is positive by each party, moving-out by the same party by 12:00 the next day

consent return
    after each moving-out by each party, no return-request by the same party for 30 days
    before each moving-in by each party, vote tagged return by at least 4 of us

promise self-report
    after each self-report by each party, counsellor by the same party within 48 hours
    after each self-report by each party, meeting by the same party every 1 day for 14 days
    "She stays if she does. This works once in a year."

boundary guests
    no guest between 22:00 and 07:00 unless with anyone tagged own-child
    no guest with anyone tagged own-child during weeknights

boundary drunk
    no drunk-guest by fewer than 2 of us
    after each drunk-guest, guest-asked-to-go with the same person by anyone within 15 minutes
    after each drunk-guest, no guest with the same person for 60 days

promise chores
    kitchen during chore-time by Bettina, Carol, Jodie, Shanice and Tove in turn every week
    bath during chore-time by Carol, Jodie, Shanice, Tove and Bettina in turn every week
    hall during chore-time by Jodie, Shanice, Tove, Bettina and Carol in turn every week
    garden during chore-time by Shanice, Tove, Bettina, Carol and Jodie in turn every week
    shopping during chore-time by Tove, Bettina, Carol, Jodie and Shanice in turn every week
    after each kitchen or bath or hall or garden or shopping by each party, tick by at least 1 of the others within 1 day

promise bad-days
    "We tell each other when a bad day is coming."
