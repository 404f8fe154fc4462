pact "The Okafors"
    between Mum, Dad, Zik and Ada
    in force from 2026-01-12
    time zone Europe/Dublin

use household

event phone-in
    plural phones-in

event outing

days school-nights
    Sunday through Thursday

cap screens
    at most 2 hours of screen-time per day by Zik
    at most 1 hour of screen-time per day by Ada
    except on weekends

promise phones
    phone-in by Zik and Ada every day by 21:30
    only on school-nights

boundary late
    no outing by Zik ending between 22:00 and 06:00
    no outing by Ada ending between 20:30 and 06:00

notice
    before each outing by Zik or Ada, notice by the same party to Mum or Dad at least 2 hours ahead

promise chores
    at least 2 chores by Ada per week
    cooking by Mum, Dad, Zik and Ada in turn every week on Sunday

repair
    after each breach of phones, no screen-time by the same party for 7 days
    after each breach of late, no outing by the same party for 14 days
    after each breach of chores, apology by the same party within 1 day
    "Homework comes first, within reason."
