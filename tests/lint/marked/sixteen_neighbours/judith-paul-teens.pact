pact "Our house, with two teenagers in it"
    between Judith, Paul, Nele and Matti
    in force from 2026-11-16
    time zone Europe/Berlin
    signed by Judith on 2026-11-15
    signed by Paul on 2026-11-15
    signed by Nele on 2026-11-15
    signed by Matti on 2026-12-01

use household
use relationships

days school-nights
    Sunday through Thursday

cap screens
    at most 2 hours of phone-use per day by Matti
    at most 3 hours of phone-use per day by Nele
    > Nele is sixteen, Matti is thirteen. When he is fifteen, he has three, too.

boundary table
    no phone-use at table
    "That goes for Paul's work phone as well."

promise phones
    "Once a week Judith or Paul looks through Matti's phone, and Matti sits next to them."
    "If something online is strange, tell us. Nobody loses a phone for telling."
    "Nobody reads anyone's diary, and no messages either."

notice out
    before each party by Nele, consent by Judith or Paul within the last 7 days
    no party by Nele on school-nights
    > Until she is eighteen. Paul's parents did it that way, and we talk about it each spring.
    "Who will be later than said writes one line. Nobody checks where anyone is."
    "Nele can call at any hour and is fetched, without questions on the way home."
    "Nele is home at a decent time on school nights."

promise jobs
    cooking by Judith, Paul, Nele and Matti in turn every day
    laundry by each party every week
    "Who forgets the rubbish gets two euros less pocket money."
    "Pocket money comes on the first, whatever the marks are."

promise kindness
    "There is no sulking at breakfast."
    "Matti, you always have to have the last word."
    "Doors may be shut. We knock and wait for yes."
    "Whom Nele loves is her business, and she says when we may know."

promise council
    house-meeting by everyone every 2 weeks on Sunday at 17:00
    "Matti takes the minutes, and may write what he likes in the margin."
    "Children and grown-ups have one vote each; about money the grown-ups decide."

review
    review by everyone every 6 months

repair
    after each breach, talk by anyone within 3 days
