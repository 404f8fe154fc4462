pact "Nora and Felix, opening up"
    between Nora and Felix
    in force from 2026-05-01
    time zone Europe/Vienna

use relationships

person marek "Marek, from climbing" known since 2026-01-15

cap evenings
    at most 2 encounters per month by Nora
    > Felix has nobody yet, so for now this is about Nora and Marek.

boundary bed
    no encounter at home

boundary nights
    no encounter ending between 00:30 and 06:00

disclosure tell
    after each encounter by Nora, disclosure by Nora to Felix within 3 hours
    covering who, when, protection, feelings, details
    > Felix sleeps badly until he knows.

notice
    before each encounter by Nora, notice by Nora to Felix at least 3 days ahead

promise ours
    at least 1 date-night by Nora and Felix per week
    "If one of us feels it is getting too much, we stop for a bit."
    "We stay honest and respectful."

repair
    after each breach of tell, encounters pause for 30 days
    after each breach, apology by the same party within 1 day
