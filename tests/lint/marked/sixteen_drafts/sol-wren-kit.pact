pact "Sol, Wren and Kit"
    between Sol, Wren and Kit
    in force from 2027-01-15
    time zone America/New_York
use relationships
cap kit-time
    at most 2 date-nights by Kit per month
    > Sol and Wren were here first.
promise pairs
    at least 1 date-night by Sol and Wren per week
    at least 1 date-night by Sol and Kit per week

boundary outside
    no encounter with anyone by Kit
    no encounter with anyone by Sol or Wren unless consent by Sol and Wren within the last 30 days
disclosure tell
    "After seeing somebody else we tell the others soon."
    > We hate finding out from third parties.

consent triad
    "Moving in is the yes. After that we do not ask each other each time; it would kill the mood."
promise fridays
    "Friday night all three of us share the bed and what comes with it. Skipping takes a good reason."
testing
    test by Kit every 30 days
    after each test, result by Kit to Sol and Wren within 1 day

repair
    after each conflict, apology by Kit to Sol and Wren within 1 day
    after each breach, encounters pause for 60 days

promise family
    "To our families Kit is the lodger, and Kit sticks to that."
promise closing
    "Sol and Wren can close the triad again whenever they both feel it is time. Kit moves out within the week."

matrix closeness for encounter
    activity     Sol    Wren   Kit
    overnight    yes    yes    ?
    travel       yes    yes    ?

check-in
    check-in by everyone every week on Monday at 20:00
review
    review by Sol and Wren every 3 months
