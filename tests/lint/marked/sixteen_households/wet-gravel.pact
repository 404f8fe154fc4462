pact "Wet Gravel"
    between Dee, Fitz, Moana and Sander
    in force from 2026-09-01 until 2027-08-31
    time zone Europe/Dublin
    currency EUR
    signed by Dee on 2026-08-24
    signed by Fitz on 2026-08-24
    signed by Moana on 2026-08-24
    signed by Sander on 2026-08-27

event rehearsal
    plural rehearsals

event gig
    fields town

event cancellation

event vote

event payout
    amount in EUR
    fields fee

event band-meeting
    plural band-meetings

promise rehearsing
    rehearsal by everyone every week on Tuesday at 19:30 for 2 hours
    except from 2026-12-20 until 2027-01-04

notice
    before each cancellation, vote by the others within the last 14 days

cap gigs
    at most 6 gigs per month
    warn at 5
    at least 12 hours between gigs

promise money
    after each gig, payout by Moana within 14 days
    covering fee
    "Fees are split in four equal parts after petrol and the van. Moana shows the sheet to anyone who asks."
    "Songs are credited to all four of us, from the first demo on, whoever came up with it."
    "If one of us leaves, the songs made until that day stay credited as they are."

promise sound
    "Anyone may kill a song with one veto in the first two rehearsals. After that we vote."
    "The van driver never drinks. The driver also picks the music."

promise disagree
    "In everything else three of four decide, except about members and money, where it takes all four."

check-in
    band-meeting by everyone every month on the first Tuesday at 18:30
    "What was not kept is said there, once, and then we play."

review
    band-meeting by everyone by 2027-06-30
    "There we decide if we sign for another year."
