pact "Mila's two homes"
    between Carla and Deniz
    in force from 2026-09-01
    time zone Europe/Vienna
    signed by Carla on 2026-08-25
    signed by Deniz on 2026-08-26

use coparents

days holidays
    2026-10-26 until 2026-10-31
    2026-12-24 until 2027-01-06

promise weekends
    handover by Carla and Deniz in turn every Friday at 18:00 give or take 30 minutes
    except on holidays
    "Whoever has her brings her. We say hello at the door and nothing else there."
    "If Deniz is more than half an hour late, his weekend is off."

notice trips
    before each trip by each party, notice by the same party to the others at least 14 days ahead
    "Trips are announced a week ahead."

promise news
    message by Deniz to Carla every day by 20:00
    only on holidays
    "While Mila is with Deniz, he lets Carla know where they are."
    "A fever over 39 or a visit to the hospital: we call at once, whatever the hour."

promise calls
    call by anyone between 18:00 and 18:30 every Wednesday
    "Mila may call the other home whenever she likes. Nobody stands next to her."
    "Mila does not tell Deniz what is talked about at Carla's."

promise costs
    settlement by everyone every month by day 5
    "Club, music and class trips are half and half. Shoes are whoever notices first."

promise deciding
    "School and doctors: Carla decides, Deniz is informed."
    "Haircuts are Mila's."
    "Her passport lies at Carla's and travels with Mila, no questions."

promise partners
    "New partners meet Mila after about half a year, and we tell each other first."

review
    review by everyone every year on 1 August

repair
    after each breach, talk by everyone within 14 days
    "If the talk goes nowhere, we go to the family centre in the Lange Gasse."
