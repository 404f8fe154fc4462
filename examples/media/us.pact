pact "Screens in this house"
    between Ines, Paul, Mara and Leo
    in force from 2026-09-07 until 2027-07-31
    time zone Europe/Madrid
    signed by Ines on 2026-09-05
    signed by Paul on 2026-09-05
    signed by Mara on 2026-09-05
    signed by Leo on 2026-09-06

use household

event photo-post
    plural photo-posts
    fields agreed

event film-choice
    plural film-choices

person grandma "Grandma Pilar"

days school-nights
    Sunday through Thursday
    except 2026-12-20 until 2027-01-07
    except 2027-06-23 until 2027-07-31

hours bedtime-hours
    on school-nights between 21:30 and 07:00

boundary table "The table is free of screens"
    no phone-use between 20:00 and 20:45 by each party
    > Adults, too. That was Mara's condition.

boundary night
    no phone-use during bedtime-hours by each party
    otherwise apology by the same party within 2 days
    > Chargers are in the kitchen.

cap screens "Screens beside school and work"
    at most 2 hours of screen-time per day by each party
    except on Saturday and Sunday

promise film
    film-choice by Ines, Paul, Mara and Leo in turn every week on Friday

boundary pictures
    no photo-post without agreed by each party
    > Whoever is in the picture says yes first, and `agreed yes` is written beside it.

repair talk
    after 3 breaches of night in any 30 days, talk by everyone within 7 days
    > To move the chargers, not to find out who it was.

consent games
    before each expense tagged game by each party, consent by at least 2 of the others within the last 7 days
    at most 40 EUR of expense tagged game between house-meetings

review
    review by everyone every 3 months
    house-meeting by at least 3 of us every month by day 10
    revisit every 6 months

promise tone
    "Nobody reads what is on somebody else's phone."
