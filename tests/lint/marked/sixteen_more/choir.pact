pact "Querstimmen, choir committee"
    between Ruth, Bela, Oskar and Wanda
    in force from 2026-09-14 until 2027-07-16
    time zone Europe/Zurich
    week starts Monday
    currency CHF
    signed by Ruth on 2026-09-02
    signed by Bela on 2026-09-02
    signed by Oskar on 2026-09-05
    signed by Wanda on 2026-09-03

use household

event rehearsal
event concert
event setup
    plural setups

days holidays
    2026-10-05 until 2026-10-17
    2026-12-21 until 2027-01-03
    2027-04-19 until 2027-05-01

promise tuesdays
    rehearsal every week on Tuesday at 19:30 for 2 hours
    except on holidays
    setup by Bela, Oskar and Wanda in turn every week on Tuesday at 19:00
    except on holidays
    > Ruth warms up the voices meanwhile, so she has no turn with the chairs.

cap concerts
    at most 2 concerts per quarter
    before each concert, vote by everyone at least 60 days ahead

notice away
    before each absence, notice by the same party to the others at least 1 day ahead
    "A line is enough. Nobody asks why."

cap money
    at most 400 CHF of expense per quarter
    warn at 300
    after each expense, settlement by Wanda within 14 days
    > Wanda keeps the books this season; Oskar reads them in June. Next season it goes to someone else.
    "The fee is 60 francs per term. Whoever cannot pay it tells Wanda, and that is the end of it."

promise voices
    "Solos go by audition, heard by Ruth and two singers drawn by lot."
    "Who is hoarse sits and listens. Nobody sings against pain."

check-in
    check-in by everyone every month on the first Thursday at 20:00 for 1 hour

pause
    anyone may pause concerts for at most 60 days

review
    review by everyone on 2027-01-21
    review by everyone on 2027-06-24

repair
    after each breach, talk by everyone within 10 days
    "If we are stuck, Pastor Keller has offered to listen. Any singer may go to her without telling us."
    "Committee members may step down from one day to the next. We then share out the work until the next assembly."
