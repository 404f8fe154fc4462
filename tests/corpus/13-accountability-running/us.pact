pact "Sam and Nkechi run"
    between Sam and Nkechi
    in force from 2026-03-02 until 2026-06-14
    time zone Europe/London
    currency GBP
    signed by Sam on 2026-02-27
    signed by Nkechi on 2026-02-27

use household

event run
    fields km
event screenshot
event jar
    amount in GBP
event ill-week
event pull-out
event dinner
event donation
    amount in GBP

term full-run means run where km is at least 4

state sam-ill
    starts with ill-week by Sam on Monday through Wednesday
    lasts at most 4 days

state nkechi-ill
    starts with ill-week by Nkechi on Monday through Wednesday
    lasts at most 4 days

state sam-out
    starts with pull-out by Sam

state nkechi-out
    starts with pull-out by Nkechi

promise runs-sam
    at least 3 full-runs by Sam per week
    except while sam-ill
    except while sam-out

promise runs-nkechi
    at least 3 full-runs by Nkechi per week
    except while nkechi-ill
    except while nkechi-out
    > Recorded on the watch.

promise ill
    no run by Sam while sam-ill
    no run by Nkechi while nkechi-ill
    > An ill or injured week does not count.

promise long-runs
    run where km is at least 14 on Saturday or Sunday by each party every Sunday give or take 1 day
    only from 2026-03-02 until 2026-03-31
    run where km is at least 18 on Saturday or Sunday by each party every Sunday give or take 1 day
    only from 2026-04-01 until 2026-04-30
    run where km is at least 24 on Saturday or Sunday by each party every Sunday give or take 1 day
    only from 2026-05-01 until 2026-05-31

promise screenshots
    after each run by each party, screenshot by the same party to the others within 3 hours

promise jar
    after each breach of runs-sam or runs-nkechi, jar by the same party where amount is at least 10 within 7 days
    after 2 breaches of runs-sam or runs-nkechi by each party in any 8 days, jar by the same party where amount is at least 30 within 7 days

promise together
    run at boathouse by everyone every 2 weeks on Sunday at 09:00 give or take 10 minutes

promise posts
    screenshot by each party every 4 days

promise call
    after each breach of posts, call by the others by 23:59 the same day
    > A call, not a text.

promise kind
    "We cheer, we don't nag."

promise race
    dinner by everyone on 2026-06-07
    donation by anyone by 2026-06-14
    "The jar pays for the dinner; what's left goes to the hospice."
