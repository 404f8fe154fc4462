pact "Anke, Bruno, Cleo and Dara"
    between Anke, Bruno, Cleo and Dara
    in force from 2026-03-02
    time zone Europe/Berlin
    signed by Anke on 2026-02-27
    signed by Bruno on 2026-02-27
    signed by Cleo on 2026-02-27
    signed by Dara on 2026-02-27

use relationships

# Nights of the week to come, in the shared calendar.
event plan
# Who sleeps where; `with` somebody from outside.
event night
# A night is changed after Sunday, to everyone whose night it is.
event change
    fields sick
event cancellation
    fields hours-left
event offer
    fields dates
# The day on which a result comes.
event result-in
    plural results-in
event unprotected
    plural unprotected
event partner-test
    with person
event dinner
event missed-dinner
event hosting
event extra-hosting
# The evening, from 18:00, to those who were named.
event birthday
event birthday-wish
    plural birthday-wishes
event other-plan
# Names or photos of this circle are shown.
event showing

promise calendar
    plan by each party every week by Sunday at 20:00

promise ankes-nights
    at least 2 nights of nights by Anke and Bruno per week
    at least 2 nights of nights by Anke and Cleo per week
    > A fifth night and up may go either way.

promise daras-night
    at least 1 night of nights by Cleo and Dara per week
    at most 1 night by Cleo per day

consent changes
    before each change without sick, consent tagged change by each who was addressed
    before each change where sick is yes by each party, message tagged sick by the same party

promise cancelling
    after each cancellation where hours-left is less than 12 by each party, offer where dates is at least 2 by the same party within 3 days

testing
    test by each party every 90 days
    after each result-in by each party, result by the same party to the others within 24 hours

boundary protection
    no unprotected by each party unless test by the same party within the last 100 days

notice new-partner
    before the first night by each party with each person, notice by the same party to the others with the same person
    > There is no vote and no veto.

testing wait
    before the first unprotected by each party with each person, any notice by the same party to the others with the same person at least 30 days ahead
    before the first unprotected by each party with each person, partner-test with the same person

promise dinners
    dinner or missed-dinner by each party every month on the first Friday
    hosting by Anke, Bruno, Cleo and Dara in turn every month on the first Friday
    after 2 missed-dinners by each party in any 6 weeks, extra-hosting by the same party within 35 days

promise birthdays
    before each birthday by each party, birthday-wish by the same party at least 14 days ahead
    after each birthday, no other-plan by each who was addressed for 6 hours

promise no-messenger
    "Nobody is a messenger between two others."

consent outed
    before each showing tagged anke, any consent tagged showing by Anke
    before each showing tagged bruno, any consent tagged showing by Bruno
    before each showing tagged cleo, any consent tagged showing by Cleo
    before each showing tagged dara, any consent tagged showing by Dara
    "Each asked for each place."

promise glad
    "We try to be glad for one another."
