pact "Mila and Tom, the open chapter"
    between Mila and Tom
    in force from 2026-04-01
    time zone Europe/Amsterdam
    signed by Mila on 2026-03-28
    signed by Tom on 2026-03-28

use relationships

person robin "Robin" known since 2025-11-02

cap evenings
    at most 2 encounters per month by Mila
    at most 6 encounters per month by Tom

disclosure hers
    after each encounter by Mila, disclosure by Mila to Tom within 2 hours
    covering who, what, feelings
    > He cannot sleep before he knows.

disclosure his
    "Tom tells Mila about his evenings as far as it matters."

boundary our-bed
    no encounter at home
    "Robin can stay the night on Fridays, that was always fine."

promise safety
    "We use protection with everyone unless it really does not feel necessary."
    "On nights out Mila shares her position until she is back, so Tom can rest."

promise closeness
    "If one of Mila's friends gets too near, Tom says so and she lets it go quiet with him."
    "It is fine not to be in the mood, only then the next evening out falls away as well."
    "We keep things fresh between us and do not get lazy."

check-in
    check-in by everyone every week on Sunday at 18:00

promise outside
    "Doctor Vos does our couple sessions; this part of our life we leave out there."

repair
    after each breach, apology by Mila to Tom within 1 day
