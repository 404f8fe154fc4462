pact "Old agreement"
    between Ute and Veit
    in force from 2025-01-01 until 2025-12-31
    time zone Europe/Berlin
    signed by Ute on 2024-12-20
    signed by Veit on 2024-12-20
use household
promise garden
    chore where what is lawn by Veit every 2 weeks
promise balcony
    "Flowers on the left, herbs on the right."
