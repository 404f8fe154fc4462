pact "Kellerlicht, the second album"
    between Ivo, Pauline, Sami and Gesa
    in force from 2026-01-10 until 2026-10-31
    time zone Europe/Zurich
    signed by Ivo on 2026-01-05
    signed by Pauline on 2026-01-05
    signed by Sami on 2026-01-06
    signed by Gesa on 2026-01-06

use household

event rehearsal
event gig
    plural gigs
    amount in CHF
event lesson

promise practice "Two evenings a week"
    rehearsal by everyone every week on Wednesday at 19:30
    "Who is late pays 5 francs a quarter of an hour into the tin."
    "Amps are off at ten, the neighbours have been patient."

cap gigs
    at most 2 gigs per month
    > Pauline works Saturdays.

promise stage
    at least 8 gigs per quarter

promise songs
    "Ivo decides the set list."
    "A song is finished when three of us say so, and never against whoever sings it."
    "Sami should finally learn to take criticism."
    "We listen back to the recording before anybody says what was wrong with it."

promise money
    settlement by everyone every month by day 10
    "Fees are split by four. Petrol comes off first, with the receipt."
    "The van belongs to Gesa, so Gesa says who drives it."

boundary other-bands
    "Everyone may play elsewhere. A date that was fixed with us goes first."
    "Nobody talks to the label alone."

promise mood
    "We are respectful on tour."
    "Before the show nobody is asked anything difficult. After it, food first."

repair
    after each breach of practice, talk by everyone within 7 days
    "Nobody is thrown out by text message."
