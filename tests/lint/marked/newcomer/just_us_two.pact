pact "Just the two of us"
    between Elin and Sami
    in force from 2026-02-01 until 2027-02-01
    time zone Europe/Helsinki
    signed by Elin on 2026-01-20
    signed by Sami on 2026-01-21
use relationships
boundary closed
    no encounter
    > We talked long about opening, and like it as it is.
promise friday
    date-night by everyone every week on Friday
promise sunday
    gratitude by Sami every week on Sunday
check-in
    check-in by everyone every month on day 1
repair
    after each breach, debrief by everyone within 3 days
promise plain
    "Both of us see our friends without the other, and that is good."
    "Each has money of their own, and the other does not ask."
    "Feelings for somebody else may come up; then we talk, and nobody packs a bag that night."
