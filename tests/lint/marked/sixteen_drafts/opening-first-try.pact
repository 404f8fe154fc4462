pact "Opening, first try"
    between Theo and Mirjam
    in force from 2027-01-04
    time zone Europe/Vienna

use relationships

person lukas "Lukas, from the climbing hall" known since 2026-09-01

boundary friends
    no encounter with anyone tagged close-friend
    > Our circle is small and people talk.

boundary weeknights
    no encounter on Sunday through Thursday
    > We both get up at six.

cap evenings
    at most 6 encounters per month by Theo
    at most 2 encounters per month by Mirjam
    "Wednesdays after climbing are Mirjam's, with Lukas if she likes."

consent first-yes
    before the first encounter by each party with each person, consent by the others to the same party within the last 14 days
    "A yes to a person is a yes for good. We do not reopen it each time somebody feels wobbly."

notice
    before each encounter by Mirjam, notice by Mirjam to Theo at least 7 days ahead

disclosure tell
    after each encounter by Mirjam, disclosure by Mirjam to Theo within 12 hours
    covering who, where, what, protection
    "Theo tells what he thinks Mirjam needs to know."

testing
    test by Mirjam every 90 days
    test by Theo every 6 months
    if we can

pause
    anyone may pause encounters for at most 2 days

check-in
    check-in by everyone every week
    "We are reasonable about jealousy."
