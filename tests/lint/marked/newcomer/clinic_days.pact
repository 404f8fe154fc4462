pact "Clinic days"
    between Dorit, Pascal and Wim
    in force from 2026-05-01
    time zone Europe/Luxembourg
use relationships
testing
    test by Wim every 30 days
    after each test by Wim, result by Wim to Dorit and Pascal within 1 day
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
promise health
    "A test sheet with the values goes on the fridge."
    "With Bruno we do without condoms, we have known him for years."
    "During the holidays in August nobody needs to go to the clinic."
    "Dorit's pills are counted on Mondays by Pascal."
    "Wim is dirty after his weekends and knows it."
    "What a doctor says to one of us stays with that one."
