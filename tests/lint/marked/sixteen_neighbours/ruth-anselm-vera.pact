# For Mother. Begun after the fall in September.
pact "Looking after Mother"
    between Ruth, Anselm and Vera
    in force from 2026-10-05
    time zone Europe/Berlin
    signed by Ruth on 2026-10-02
    signed by Anselm on 2026-10-03
    signed by Vera on 2026-10-04

use household

event care-visit
event doctor-visit
event phone-round

promise days
    care-visit by Ruth every day
    except on Sunday
    care-visit by Anselm every week on Sunday

cap ruth
    at most 4 care-visits by Ruth per week
    > So that Ruth does not fall over as well.

promise vera
    phone-round by Vera every week by Friday
    "Vera lives in Oslo. She does the care insurance, the letters and the tax, and comes for two weeks each summer."

promise medicine
    "Mother's tablets are in the box with the lock. Whoever has the day has the key, and ticks the sheet."
    "If she does not want to take them, we leave it, try again after the news, and write it down."
    "In the evening we put the drops in her tea so that she sleeps."

promise nights
    "At night the flat is locked from outside, so that she does not wander."
    "The stove has a switch that turns it off after twenty minutes."

promise truth
    "We do not tell Mother what the doctor said."
    "We do not argue in front of her, and we do not talk over her head either."
    "She chooses the music, the jumper and whether the window is open."

promise money
    "Anselm has Mother's card and shows the statements to both of us at every meeting."
    settlement by everyone every month by day 10
    "Nobody is paid. Petrol is."

notice swaps
    before each absence by each party, notice by the same party to the others at least 3 days ahead
    "Who has a cold stays away, and the others step in. That is no favour."

review
    house-meeting by everyone every 4 weeks on Sunday
    review by everyone every 3 months
    "If one of us cannot go on, we look for a home together, without reproach, because after all it is always Ruth who does everything."

repair
    after each breach, talk by Ruth within 2 days
