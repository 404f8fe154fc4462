pact "Evenings with Grandad"
    between Sol and Mina
    in force from 2026-02-09 until 2026-06-30
    time zone America/Toronto
    signed by Sol on 2026-02-05
    signed by Mina on 2026-02-06

event evening
    plural evenings
event handbook-note
    plural handbook-notes

promise turns
    at least 3 evenings by each party per week
promise notes
    after each evening, handbook-note by the same party by 09:00 the next day
    "What he ate, how he slept, what made him laugh."
repair
    after each breach, evening by the same party within 7 days
    > Not as a fine. It is what we would have done anyway.
