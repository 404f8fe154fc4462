# Kitchen, second bottle, 14 Feb. Paul typed.
pact "Lindenstrasse 8, third floor"
    between Paul, Lena, Yusuf and Ines
    in force from 2026-03-01
    time zone Europe/Berlin

use household

hours quiet-hours
    on Sunday through Thursday between 22:00 and 07:00
    on Friday and Saturday between 00:00 and 09:00

boundary quiet
    no noise during quiet-hours
    "On Wednesdays Paul's band may rehearse in the big room until midnight."

promise rent-money
    rent by each party every month by day 3
    "Rent goes to Paul's account by the fifth, then he passes it on."

promise kitchen
    cleaning by Lena, Yusuf and Ines in turn every week on Sunday
    "Whoever cooks clears up within a reasonable time."
    "Bigger cleaning is done when it is needed."

cap guests "People staying over"
    at most 2 nights of guests per week by Ines
    > Her boyfriend was here for most of January.

cap parties
    at most 1 party per month
    before each party, notice by the same party to the others at least 3 days ahead

promise the-rooms
    "Paul has a spare key to each room and looks in on the heating while people are at work."
    "Post that looks official is opened by Paul, so that no deadline is missed."

promise the-landlord
    "Talking to the landlord or the tenants' association goes through Paul and nobody else."

promise moving-on
    before each moving-out by each party, notice by the same party at least 90 days ahead
    "The deposit comes back once Paul is happy with the person who takes the room."
