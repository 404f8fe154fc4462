pact "Free and close"
    between Emi and Noa
    in force from 2026-05-04 until 2027-05-03
    time zone Asia/Tokyo
    signed by Emi on 2026-04-30
    signed by Noa on 2026-04-30
use relationships
promise free
    "Passwords stay private, even when one of us is scared."
    "We stopped sharing our location in March, and it stays off."
    "Leaving costs nothing, and neither does a pause."
    "You do not need my permission for a weekend with your friends."
    "Never late for the train again is a joke, not a rule."
    "Falling in love may happen. We tell it within a week."
check-in
    check-in by everyone every week on Sunday at 19:00
repair
    after each breach, debrief by everyone within 3 days
