pact "Quad, second try"
    between Bee, Raf, Toni and Uma
    in force from 2026-08-01 until 2027-08-01
    time zone Europe/Madrid
    signed by Bee on 2026-05-20
    signed by Raf on 2026-07-19
    signed by Toni on 2026-05-21
use relationships
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
check-in
    check-in by everyone every week on Wednesday at 20:00
review
    review by everyone every 8 weeks
promise us
    "Nobody dates Uma's colleagues; Uma asked for it."
    "Anyone caught cheating sleeps on the sofa for a month."
    "Love is shared equally among the four."
    "Bee's husband is fine with everything here and will stick to it."
    "The spare key is for all of us, and nobody counts the nights."
