person noor known since 2025-12-06

    before each encounter at home, consent by the others to the same party at least 24 hours ahead and at most 7 days ahead
    check-in by everyone every 2 weeks on Sunday at 17:00 for 90 minutes
    at least 4 days between encounters tagged overnight by each party
    before the first encounter by each party with each person, test by the same party within the last 8 weeks

pause

    dinner       yes     yes    yes
    signed by Bo on 2026-03-29
    before each encounter with someone new, notice by the same party to the(others at least 2 days ahead

    anyone may pause encounters for at most 10 days
    activity     Alma    Bo     Cyd
disclosure tell

    after each encounter tagged overnight, aftercare by everyone within 3 days
    review by everyone every 3 months
    at most 2 encounters by each party per week
check-i	n
    travel       ask     ?      ask
boundary work

cap nights-away "Nights away"
# Three people, one flat. Alma and Bo are a couple, Bo and Cyd are a couple, Alma and Cyd are friends.

# First version, read aloud on the last Sunday of March.
review


pact "Alma, Bo and 