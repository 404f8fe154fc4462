pact "Marek and Joel"
    between Marek and Joel
    in force from 2026-03-02
    time zone Europe/Prague
    signed by Marek on 2026-02-27
    signed by Joel on 2026-02-27

use household

person ewa "Ewa, Marek's sister"

event phone-use
    fields urge-call
event bet
event statement
event deletion
event screen-report
event question
event told-of-bet
event meeting
event card-to-ewa
event card-back
event loan
event loan-request
event missed-call
event talked-about-it
    with person

hours night
    between 22:30 and 06:30

state monthly
    starts with bet by Marek
    lasts at most 100 days

state fresh
    starts with bet by Marek
    lasts at most 24 hours

boundary bets
    no bet by Marek
    > Online, in a shop, in the office pool.

boundary phone
    no phone-use without urge-call by Joel during night
    > Screen off and not touched. The alarm is a real clock.

promise statements
    statement by Marek to Joel every month by day 4
    only while monthly
    statement by Marek to Joel every 3 months
    except while monthly
    after each statement by Marek, deletion by Joel within 7 days
    > Joel looks at it for bets only.

promise screen-reports
    screen-report by Joel to Marek every week by Sunday at 20:00

cap slips
    at most 1 night of phone-use without urge-call by Joel per week

promise ask
    after each breach of slips, question by Marek to Joel within 2 days

disclosure tell
    after each bet by Marek, told-of-bet by Marek to Joel within 24 hours

promise meet
    after each told-of-bet by Marek to Joel while fresh, meeting by everyone within 3 days

promise card
    after each breach of tell, card-to-ewa by Marek within 1 day
    after each card-to-ewa by Marek, no card-back for 30 days

boundary loans
    no loan by Joel to Marek
    no loan-request by Marek to Joel

promise urges
    after each missed-call tagged urge starting between 08:00 and 22:00 by Marek to Joel, call by Joel to Marek within 1 hour
    > An urge is no breach. Marek may call at any hour for it.

boundary between-us
    no talked-about-it by Joel unless with ewa

promise truth
    "We tell the truth even when it makes us look bad."
