# v4. Read aloud by Sofi, changed twice, then signed.
pact "Inga, Marlon and Sofi"
    between Inga, Marlon and Sofi
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Copenhagen
    signed by Inga on 2026-04-19
    signed by Marlon on 2026-04-19
    signed by Sofi on 2026-04-22

use relationships

cap evenings
    at most 6 encounters per month by each party
    warn at 5

notice
    before each encounter, notice by the same party to the others at least 1 day ahead

disclosure tell
    after each encounter, disclosure by the same party to the others within 36 hours
    covering who, protection
    optionally feelings
    > Names and protection, no more. The rest belongs to the two who were there.

boundary at-home
    no encounter at home unless consent by the others within the last 7 days

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
    after each risk-change, disclosure by the same party to the others within 24 hours
    "Condoms with everyone outside the three of us, until all three have said otherwise in a review."

aftercare
    after each encounter, aftercare by everyone within 2 days
    > A walk, tea, ten minutes on the sofa. Whoever is tired may say: tomorrow.

promise each-of-us
    at least 2 date-nights by Inga and Marlon per month
    at least 2 date-nights by Inga and Sofi per month
    at least 2 date-nights by Marlon and Sofi per month
    "Any no is enough, in the middle of an evening too, and nobody has to make up for it."

promise own-life
    "Phones, diaries and accounts are each person's own; we do not ask to see them."
    "Each of us talks about this with whomever we need: friends, family, a therapist."

check-in
    check-in by everyone every 2 weeks on Sunday at 17:00 for 1 hour

pause breather
    anyone may pause encounters for at most 21 days
    > No reason needed, none asked.

review
    review by everyone every 3 months

repair
    after each breach, debrief by everyone within 4 days
    "Whoever wants to step out says so to both. We then sit down once, if that is wanted, and sort the keys and the shared pot within a month."
