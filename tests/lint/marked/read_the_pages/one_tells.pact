pact "She tells"
    between Nell and Otis
    in force from 2026-05-04
    time zone America/Chicago
    signed by Nell on 2026-05-01
    signed by Otis on 2026-05-02
use relationships
disclosure tell
    after each encounter by Nell, disclosure by Nell to Otis within 12 hours
    covering who, where, protection
repair
    after each breach, apology by Nell to Otis within 2 days
promise mood
    "Otis doesn't have to say where he was."
    "Questions are answered in full, even at night."
