# For us grown-ups first. The children helped with the list and get a copy on the fridge.
pact "Screens at ours"
    between Anke, Piotr and Babcia
    in force from 2026-09-01 until 2027-08-31
    time zone Europe/Berlin
    signed by Anke on 2026-08-23
    signed by Piotr on 2026-08-23
    signed by Babcia on 2026-08-25

use household

event posting
    plural postings

event film-evening
    plural film-evenings

hours school-nights
    on Sunday through Thursday between 21:00 and 06:30

boundary table
    no phone-use at table
    > This is for the three of us as well. Mostly for Piotr.

boundary bedtime-screens
    no screen-time during school-nights tagged kids
    > All phones of the house, ours too, sleep on the shelf in the hall.

cap afternoons "Mira and Olek together"
    at most 10 hours of screen-time tagged kids per week
    warn at 8
    except from 2026-12-19 until 2027-01-06
    "Homework and video calls with the cousins do not count."

boundary pictures
    no posting unless consent by the others within the last 7 days
    "Mira and Olek are asked first, and their no decides, also about old pictures."

promise their-own
    "We do not read the children's messages. If we are frightened for one of them, we say so to that child, and look together."
    "Olek's tablet has a filter for under-twelves. He knows what it does, and we go through it with him every birthday."

promise films
    at least 1 film-evening by Anke and Piotr per month
    "Each child picks the film in turn, within the age mark on the box."

check-in
    check-in by everyone every 2 weeks on Sunday at 10:00 for 20 minutes
    > Pancakes. The children say what was unfair first.

pause
    anyone may pause postings for at most 30 days

review
    review by everyone every 3 months
    "Each review asks Mira for two changes; she will be fifteen in May."

repair
    after each breach, talk by everyone within 3 days
    "When we break it, we say sorry to the children like anyone else. No screens are taken away for telling us something."
    "Any of us may end this by telling the other two. Then we start again with a blank page."
