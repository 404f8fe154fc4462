pact "Low Tide"
    between Ewa, Greg, Nils and Samira
    in force from 2026-02-02
    time zone Europe/Berlin

use team

event rehearsal

event gig

event no-show

promise rehearse
    rehearsal by everyone every week on Tuesday at 19:30
    except from 2026-07-15 until 2026-08-20

cap gigs
    at most 3 gigs per month
    at least 5 days between gigs

boundary saying-yes
    no gig unless consent by at least 3 of us within the last 60 days

promise offers
    after each offer, reply by Greg within 1 day
    after each offer, vote by at least 2 of us within 5 days

repair
    after 2 no-shows by each party in any 60 days, talk by everyone within 14 days
    after each conflict, talk by everyone within 7 days
    "Nobody plays drunk."
    "Songs belong to all four, whoever wrote them."

review
    review by everyone every 3 months

closing gear
    after each leave, handoff by everyone within 21 days
