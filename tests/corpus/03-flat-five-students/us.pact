pact "Ada, Bilal, Cho, Dominik and Esther"
    between Ada, Bilal, Cho, Dominik and Esther
    in force from 2026-01-05
    time zone Europe/Berlin
    signed by Ada on 2026-01-03
    signed by Bilal on 2026-01-03
    signed by Cho on 2026-01-03
    signed by Dominik on 2026-01-03
    signed by Esther on 2026-01-03

use household

# Paid into the kitty, and out of it.
event kitty
    amount in EUR
event kitty-spending
    amount in EUR
    fields basics
event receipt
event skipped-dinner
event party
    plural parties
    fields guests
event sat-out
event locking
event eating
event replacement
event payout
    amount in EUR

days term-days
    2025-10-01 until 2025-12-20
    2026-01-10 until 2026-03-25
    2026-04-20 until 2026-06-15
    2026-10-01 until 2026-12-20

term big-party means party where guests is more than 8

promise kitty
    kitty by each party where amount is at least 20 every month on the first Monday

consent spending
    before each kitty-spending without basics where amount is more than 5, consent by at least 3 of us
    > Basics: loo roll, cleaning stuff, oil, salt and bin bags.

promise receipts
    after each kitty-spending by each party, receipt by the same party by 23:59 the same day

promise cooking
    cooking by Ada every Monday at 19:30 give or take 30 minutes
    cooking by Bilal every Tuesday at 19:30 give or take 30 minutes
    cooking by Cho every Wednesday at 19:30 give or take 30 minutes
    cooking by Dominik every Thursday at 19:30 give or take 30 minutes
    cooking by Esther every Sunday at 19:30 give or take 30 minutes
    > Food on the table. Who swaps cooks instead of the other.

promise no-food
    after each breach of cooking, cooking tagged extra by the same party within 7 days
    "If you can't cook, find someone to swap by noon."

notice skipped
    before each skipped-dinner by each party, notice by the same party by 14:00 the same day

promise unsaid
    after each breach of skipped, kitty by the same party where amount is at least 3 within 7 days

promise clean
    cleaning or sat-out by each party every Saturday at 11:15 give or take 45 minutes
    only on term-days
    > From 10:30 to noon.

cap sat-out
    at most 2 sat-outs by each party per year
    only between 1 October and 20 December
    at most 2 sat-outs by each party per year
    only between 10 January and 25 March
    at most 2 sat-outs by each party per year
    only between 20 April and 15 June

cap parties
    at most 1 big-party per month
    before each big-party by each party, notice tagged party by the same party to the others at least 5 days ahead

promise door
    locking by anyone every day by 23:59
    "The last one in locks it."

boundary named-food
    no eating tagged named

promise replace
    after each breach of named-food, replacement by the same party within 2 days

repair meeting
    after 3 breaches of receipts by each party in any 90 days, house-meeting by at least 4 of us within 7 days
    after 3 breaches of cooking by each party in any 90 days, house-meeting by at least 4 of us within 7 days
    after 3 breaches of clean by each party in any 90 days, house-meeting by at least 4 of us within 7 days
    after 3 breaches of named-food by each party in any 90 days, house-meeting by at least 4 of us within 7 days

promise friends
    "We stay friends over dishes."

promise end-of-term
    payout by anyone to everyone by 2026-04-01
    payout by anyone to everyone by 2026-06-22
    payout by anyone to everyone by 2026-12-27
    "What is left, split by five."
