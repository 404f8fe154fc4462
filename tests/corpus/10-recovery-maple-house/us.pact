pact "Maple House"
    between Curtis, Devon, Hal and Omari
    in force from 2026-03-02
    time zone America/New_York
    currency USD
    signed by Curtis on 2026-02-27
    signed by Devon on 2026-02-27
    signed by Hal on 2026-02-27
    signed by Omari on 2026-02-27

use household

person ruth "Ruth, house manager"

event payment-plan
event use
    fields how
event test
    fields result
event announcement
event test-request
    fields out
event bed
event coming-back
event coming-home
    fields night-work
event shift-plan
event overnight-pass
    plural overnight-passes
event pass-request
    fields address
event meeting
event slip
event medicine
event putting-out

state newcomer for each party
    starts with moving-in
    lasts at most 30 days

hours late-new
    between 22:16 and 05:00

hours just-late-new
    between 22:00 and 22:16

hours late
    on Sunday through Thursday between 23:16 and 05:00
    on Saturday and Sunday between 00:16 and 05:00

hours just-late
    on Sunday through Thursday between 23:00 and 23:16
    on Saturday and Sunday between 00:00 and 00:16

term coming-home-late means coming-home starting between 21:00 and 05:00

boundary sober
    no use
    > A test that shows any counts, and so does a test that is not taken.

testing
    at least 2 tests by each party per week
    no announcement tagged test

testing asked
    after each test-request without out, test by each who was addressed within 2 hours
    after each test-request where out is yes, test by each who was addressed within 3 hours

boundary away
    after each use by each party, departure by the same party by 23:59 the same day
    after each use by each party, no coming-back by the same party for 7 days
    before each departure tagged use by each party, bed by anyone

consent back
    before each coming-back by each party, consent tagged ruth by anyone
    before each coming-back by each party, consent tagged house by at least 2 of the others
    "Two clean tests at least 48 hours apart."

boundary curfew
    no coming-home without night-work during late by each party
    no coming-home during just-late by each party unless call by the same party within the last 1 hour
    no coming-home without night-work during late-new while newcomer by each party
    no coming-home during just-late-new while newcomer by each party unless call by the same party within the last 1 hour

notice night-work
    before each coming-home where night-work is yes by each party, shift-plan by the same party within the last 7 days

boundary early
    after each breach of curfew, no coming-home-late by the same party for 3 days

cap passes
    no overnight-pass by each party while newcomer
    at most 1 overnight-pass by each party per week
    before each overnight-pass by each party, pass-request tagged with-address by the same party at least 48 hours ahead

promise meetings
    at least 5 meetings by each party per week
    slip by each party every week by Sunday at 20:00

promise rents
    rent where amount is at least 140 by each party every Friday

repair plans
    after 2 breaches of rents by each party in any 8 days, payment-plan by the same party within 7 days
    > With Ruth.

boundary medicine
    no medicine by each party unless with ruth or Hal
    > Prescribed medicine is locked in the office. Hal has lived here longest.

promise past
    "We talk about the past without making it shine."

promise table
    "What is said at the table stays at the table."

boundary deputy
    no putting-out by Hal
    "If Ruth is away more than 24 hours, Hal does her tests and passes."
