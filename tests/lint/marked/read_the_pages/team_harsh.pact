pact "Sprint rules"
    between Kurt, Lena and Moe
    in force from 2026-05-04
    time zone Europe/Berlin
    signed by Kurt on 2026-05-04
use team
promise standups
    standup by Lena every day
promise attitude
    "Whoever breaks the build wears the hat of shame for a day."
    "Two missed standups and it goes on your record."
    "Moe is reachable on weekends, at any hour."
    "Kurt signs off on everything."
    "Slackers get the night shift."
