pact "The Lantern Jaws"
    between Kit, Roz, Theo and Yara
    time zone Europe/Berlin
    signed by Kit on 2026-11-12
    signed by Roz on 2026-11-12
    signed by Theo on 2026-11-13
    signed by Yara on 2027-11-13

use team

event rehearsal
event gig
event solo-job

cap gigs "Five gigs a month"
    at most 4 gigs per month
promise playing
    at least 6 rehearsals per month
    gig by everyone every month
boundary no-side-jobs
    no solo-job
disclosure side-jobs
promise van
    "Whoever drives doesn't drink, whoever drinks doesn't choose the music."
    "The van key is on the hook; the spare is at Theo's."
    "Roz hits the drums as hard as she likes before ten."
    "Fees go four ways the day they land, petrol off the top."
    "Kit keeps the money and hands out what he thinks each has earned."
    "Yara sings lead; nobody else so much as hums near a mic."
    "Solo projects are disloyal and sneaky."
    "A no to a gig is a no, no reason wanted."
    "Songs belong to those who wrote them, in equal parts."
    "Give everything you've got."
review
    review by everyone every 6 months
