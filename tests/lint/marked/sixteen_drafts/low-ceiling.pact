pact "Low Ceiling"
    between Juno, Tam, Abe and Lio
    in force from 2026-12-07 until 2027-12-05
    time zone Europe/London
    currency GBP
use household
event rehearsal
event gig

promise rehearsals
    rehearsal by anyone every week on Wednesday at 19:30 for 2 hours
    except from 2026-12-21 until 2027-01-03
    "All who can. Two are enough to play, one may go home."
notice missing
    before each absence, message by the same party to the others at least 12 hours ahead unless tagged ill
    "Ill is ill. A word when you can is plenty."

consent yes-to-a-gig
    before each gig, consent tagged gig by everyone within the last 120 days
    "One no and we do not play it. Nobody has to say why, and a yes can be taken back until the contract is signed, by all four."
cap gigs
    at most 3 gigs per month
    at least 2 days between gigs

boundary neighbours
    no rehearsal ending between 22:00 and 08:00
promise van
    chore where what is van by Juno, Tam, Abe and Lio in turn every month
promise money
    after each gig, settlement by everyone within 14 days
    "First petrol and the room, then four equal parts. Tam keeps the sheet, all four can open it."
promise songs
    "Who was in the room when a song was made is named on it. Who leaves keeps their songs and may play them; so may we."

check-in
    talk by everyone every 4 weeks on Wednesday at 21:30 for 30 minutes
pause
    anyone may pause gigs or rehearsals for at most 60 days
review
    review by everyone every 6 months
repair
    after each breach, talk by everyone within 14 days
    "First what went well, over chips."
