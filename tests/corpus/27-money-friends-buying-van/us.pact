pact "One camper van"
    between Duncan, Akiko and Lev
    in force from 2026-01-01
    time zone Europe/London
    currency GBP
    signed by Duncan on 2025-12-30
    signed by Akiko on 2025-12-30
    signed by Lev on 2025-12-30

use household

person mara "Mara, Duncan's partner" tagged partner
person jun "Jun, Akiko's partner" tagged partner

# Paid towards the van when it was bought.
event put-in
    plural put-in
    amount in GBP
event use
    plural use
    fields bought
event picking
event block
    fields days
event given-up-day
event day-offer
# A day that somebody else gave up: 15 for each.
event taken-day
event day-money
    plural day-money
    amount in GBP
# Noon of this day is when the van is due back. It is entered for 00:00.
event due-back
event handover
    fields tank, emptied
event photos
    plural photos
    fields sides
event late-money
    plural late-money
    amount in GBP
event tank-money
    plural tank-money
    amount in GBP
# Tax, insurance, repairs from wear.
event common-cost
    amount in GBP
event cost-share
    amount in GBP
event damage
event damage-money
    plural damage-money
    amount in GBP
event repair
    amount in GBP
event driving
    fields licence-years
# Somebody else at the wheel.
event other-driver
    with person
    fields licence-years
event smoking
event lending
event renting
event valuation
    amount in GBP
event share-offer
    amount in GBP
event share-sale
event share-taken
    plural shares-taken
event share-money
    plural share-money
    amount in GBP
event late-payment
# It is entered for the first day of the season.
event halving

state duncan-halved
    starts with halving by Duncan
    lasts at most 11 months

state akiko-halved
    starts with halving by Akiko
    lasts at most 11 months

state lev-halved
    starts with halving by Lev
    lasts at most 11 months

promise bought
    put-in by Duncan where amount is at least 9000 by 2026-02-01
    put-in by Akiko where amount is at least 6000 by 2026-02-01
    put-in by Lev where amount is at least 3000 by 2026-02-01
    > So the shares are a half, a third and a sixth.

cap days
    at most 90 days of use without bought by Duncan per year
    only between 1 April and 27 September
    at most 60 days of use without bought by Akiko per year
    only between 1 April and 27 September
    at most 30 days of use without bought by Lev per year
    only between 1 April and 27 September
    > Days that another gave up do not count.

promise picks
    picking by everyone every month on the first Sunday
    only between 1 February and 28 February
    no block where days is more than 10
    "In rounds: Duncan, Akiko, Lev, then backwards, until days run out."

promise given-up
    before each given-up-day by each party, day-offer by the same party to the others at least 7 days ahead
    after each taken-day by each party, day-money by the same party where amount is at least 15 within 30 days
    "The first to say yes gets them, and pays the one who gave them."

promise back
    after each due-back by each party, handover by the same party by 12:00 the same day
    grace 2 hours

promise handovers
    no handover unless at "Duncan's drive"
    no handover where tank is less than 75
    no handover without emptied
    after each handover by each party, photos where sides is at least 4 by the same party within 1 hour
    > The tank is three quarters full, in percent. The water is emptied.

promise a-day
    after each due-back by each party, handover by the same party by 12:00 the next day

promise late
    after each breach of back, late-money by the same party where amount is at least 25 within 1 week
    after each breach of a-day, late-money by the same party where amount is at least 100 within 1 week
    after each handover where tank is less than 75 by each party, tank-money by the same party where amount is at least 40 within 1 week
    "Paid to the next in line."

promise costs
    after each common-cost, cost-share by everyone within 30 days
    at least 50 percent of cost-share by Duncan per year give or take 1
    at least 33 percent of cost-share by Akiko per year give or take 1
    at least 17 percent of cost-share by Lev per year give or take 1
    after each damage by each party, damage-money by the same party within 30 days
    "Damage up to the excess of 600; beyond that the insurance pays."

consent repairs
    before each repair where amount is more than 400, consent by Duncan within the last 60 days
    before each repair where amount is more than 400, consent by Akiko or Lev within the last 60 days
    > Owners with more than half the shares: Duncan and one more. Akiko and Lev together have half.

boundary drivers
    no other-driver unless with anyone tagged partner
    no driving where licence-years is less than 3
    no other-driver where licence-years is less than 3

boundary no-lending
    no smoking
    no lending
    before each renting, consent by everyone

promise out
    before each share-offer by each party, valuation by the same party
    before each share-sale by each party, share-offer by the same party to the others at least 30 days ahead
    after each share-taken by each party, share-money by the same party within 60 days
    > The price is that of a garage's written valuation.

promise three-late
    after 3 late-payments by each party in any 12 months, halving by the same party within 12 months

cap halved
    at most 45 days of use without bought by Duncan per year
    only between 1 April and 27 September
    only while duncan-halved
    at most 30 days of use without bought by Akiko per year
    only between 1 April and 27 September
    only while akiko-halved
    at most 15 days of use without bought by Lev per year
    only between 1 April and 27 September
    only while lev-halved

promise nicer
    "We leave it nicer than we want to find it."
