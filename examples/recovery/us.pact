pact "Maple House"
    between Curtis, Devon, Hal and Omari
    in force from 2026-03-02 until 2027-02-28
    time zone America/New_York
    currency USD
    signed by Curtis on 2026-02-27
    signed by Devon on 2026-02-27
    signed by Hal on 2026-02-27
    signed by Omari on 2026-02-27

use household

person ruth "Ruth, from the association"

event use

event test
    fields result

event coming-home
    plural homecomings

event coming-back
    plural returns

event slip
    plural slips

state newcomer for each party
    starts with moving-in
    lasts at least 30 days
    ends with house-meeting

boundary sober
    no use by each party
    > It can happen to any of us. What counts is what we do then.

repair after-use
    after each breach of sober, call by the same party to ruth within 24 hours
    after each breach of sober, house-meeting by everyone within 3 days

consent return
    before each coming-back by each party, consent by ruth within the last 7 days
    before each coming-back by each party, consent by at least 2 of the others within the last 7 days

testing
    test by each party every week on Monday give or take 1 day

boundary curfew
    no coming-home starting between 23:15 and 05:00 by each party
    no coming-home starting between 22:15 and 23:15 while newcomer by each party
    > Later with a shift plan on the door: then we waive it.

notice late
    after 3 breaches of curfew in any 30 days, talk by everyone within 7 days

promise rent
    rent by each party every week on Friday
    grace 2 days

promise meeting
    house-meeting by at least 3 of us every week on Sunday give or take 1 day

promise slips "Slips of the five meetings"
    slip by each party every week by Sunday at 20:00
    if we can

closing
    after each leave, settlement by everyone within 14 days

review
    review by everyone every 3 months

promise table
    "What is said at the table stays at the table."
    "Prescribed medicine is yours; the office has a safe for whoever wants one."
