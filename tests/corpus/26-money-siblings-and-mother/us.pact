pact "Mother's care"
    between Olga, Piotr and Agata
    in force from 2026-03-01
    time zone Europe/Warsaw
    signed by Olga on 2026-02-27
    signed by Piotr on 2026-02-27
    signed by Agata on 2026-02-27

use household

person halina "Our mother Halina"

# Paid into the account that Olga keeps for it.
event share
    amount in EUR
    fields thirds
event home-payment
    amount in EUR
# A week in which Agata is away. It is entered for its Monday.
event away-week
event chat-line
# Hairdresser, slippers, taxis.
event extra
    amount in EUR
    fields agreed
event receipt
event payback
    amount in EUR
event doctors-news
    plural doctors-news
event news-told
    plural news-told
event word
event treatment
event cannot-decide
    plural cannot-decide
event account-shown
    plural accounts-shown
event borrowing
    amount in EUR
# A month in which Piotr does not pay. It is entered for its first day.
event payment-break
event break-wanted
    plural breaks-wanted
event cover
    amount in EUR
event price-rise
    fields percent
event death
event funeral-payment
    amount in EUR
event rest-share
    amount in EUR

state agata-away
    starts with away-week by Agata
    lasts at most 6 days

state piotr-on-a-break
    starts with payment-break by Piotr
    lasts at most 27 days

state olga-decides
    starts with cannot-decide

promise bill
    share by Olga and Agata every month by day 12
    share by Piotr every month by day 12
    except while piotr-on-a-break
    home-payment by Olga every month by day 15

promise shares
    at least 40 percent of share without thirds by Olga per month give or take 1
    except while piotr-on-a-break
    at least 40 percent of share without thirds by Piotr per month give or take 1
    except while piotr-on-a-break
    at least 20 percent of share without thirds by Agata per month give or take 1
    except while piotr-on-a-break
    > Of the bill beyond mother's pension. Agata pays less because she does the visits.

promise visits
    at least 2 visits by Agata per week
    except while agata-away
    after each away-week by Agata, visit by Piotr within 6 days
    after each visit by Agata, chat-line by Agata by 23:59 the same day

promise six-visits
    at least 6 visits by Agata per month

promise thirds
    after each breach of six-visits, share where thirds is yes by everyone within 11 days
    at least 33 percent of share where thirds is yes by each party per month give or take 1

cap extras
    at most 80 EUR of extra without agreed by Agata per month
    > These Agata decides alone.
    after each receipt by Agata, payback to Agata within 1 week

consent big-extras
    before each extra where agreed is yes, consent by at least 2 of us
    before each extra where amount is more than 1000, consent by everyone

disclosure doctors
    after each doctors-news by each party, news-told by the same party to the others within 12 hours

consent treatment
    before each treatment, word by halina
    except while olga-decides
    before each treatment, word by Olga
    only while olga-decides
    > From when mother's doctor has written that she cannot decide. Olga has the power of attorney.

disclosure account
    account-shown by Olga to Piotr and Agata every 3 months on day 4 give or take 3 days
    only from 2026-04-01

boundary no-borrowing
    no borrowing

repair given-back
    after each borrowing by each party, payback of 110 percent of its amount by the same party within 7 days

cap payment-breaks
    at most 2 payment-breaks by Piotr per year
    before each payment-break by Piotr, break-wanted by Piotr to Olga and Agata at least 1 month ahead

promise cover
    after each payment-break by Piotr, cover by Olga and Agata within 11 days
    at least 50 percent of cover by Olga per month give or take 1
    at least 50 percent of cover by Agata per month give or take 1
    after each payment-break by Piotr, payback by Piotr to Olga and Agata within 7 months

promise no-inheritance
    "We don't talk inheritance at her bedside."

promise price
    after each price-rise where percent is more than 5, call by everyone within 10 days

closing account-closed
    after each death, rest-share by Olga to Piotr and Agata within 90 days
    before each rest-share, any funeral-payment
    "Olga and Piotr get 40 percent of the rest each, Agata 20."
