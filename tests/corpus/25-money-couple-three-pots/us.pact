pact "His, hers and ours"
    between Claire and Tariq
    in force from 2026-03-01
    time zone Europe/London
    currency GBP
    signed by Claire on 2026-02-27
    signed by Tariq on 2026-02-27

use household

person ayesha "Tariq's mother"

event pay
    plural pays
    amount in GBP
# A bonus, or pay from a side job.
event side-pay
    plural side-pays
    amount in GBP
event transfer
    amount in GBP
event ours-spending
    plural ours-spending
    amount in GBP
    fields agreed
event own-spending
    plural own-spending
    amount in GBP
event brought-up
    plural brought-up
event own-money-question
event loan
event instalment-plan
event balance
    amount in GBP
event top-up
    amount in GBP
event saving
    amount in GBP
event savings-use
    amount in GBP
event listing
event job-loss
    plural job-losses
event parental-leave
    plural parental-leaves
# The third payday after the first new pay.
event third-payday
event own-money
    plural own-money
    amount in GBP
event payback
    amount in GBP
event mother-money
    plural mother-money
    amount in GBP
event money-night
    fields accounts

term unasked means ours-spending without agreed where amount is more than 75 not tagged food not tagged vet-emergency

state claire-out
    starts with job-loss by Claire
    starts with parental-leave by Claire
    ends with third-payday by Claire

state tariq-out
    starts with job-loss by Tariq
    starts with parental-leave by Tariq
    ends with third-payday by Tariq

promise payday
    after each pay by Claire, transfer of 60 percent of its amount by Claire by 23:59 the same day
    except while claire-out
    after each pay by Tariq, transfer of 60 percent of its amount by Tariq by 23:59 the same day
    except while tariq-out
    > Payday is the 25th, or the working day before.

promise side-pay
    after each side-pay by each party, transfer of half its amount tagged side by the same party within 10 days

boundary what-ours-is-for
    no ours-spending tagged clothes or gift or hobby
    no own-spending tagged rent or food or car or insurance or cat

consent big-spending
    before each ours-spending where amount is more than 150 not tagged food not tagged vet-emergency by each party, consent by the others
    "Splitting a buy to stay under counts as one if it's the same shop within 48 hours."

boundary own-is-own
    before each own-money-question by each party, brought-up by the others
    > A question about a buy from the other's own money.

consent loans
    before each loan or instalment-plan by each party, consent tagged written by the others
    > Even from own money.

boundary floor
    no balance where amount is less than 1000

promise refill
    after each balance where amount is less than 1000, top-up by each party within 5 days
    at least 50 percent of top-up by each party per month give or take 1
    "Together they add what is missing."

promise savings
    saving where amount is at least 300 every month on day 26
    after each pay, no ours-spending until saving
    before each savings-use, listing by everyone
    > Only for things that both have named in the savings list.

promise out-of-work
    own-money to Claire where amount is at least 200 every month on day 26
    only while claire-out
    own-money to Tariq where amount is at least 200 every month on day 26
    only while tariq-out
    > Out of ours.

repair pay-back
    after each breach of big-spending, payback by the same party within 3 months
    after each breach of big-spending, no unasked by the same party until payback by the same party
    "The whole sum, from own money."

promise mother
    at least 100 GBP of mother-money by Tariq to ayesha per month
    "Claire has no say in it."

promise money-night
    money-night by everyone lasting at least 30 minutes where accounts is open every month on the last Thursday

promise no-power
    "We don't use money as power."
