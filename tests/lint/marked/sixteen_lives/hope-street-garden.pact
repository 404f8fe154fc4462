pact "Hope Street garden"
    between Farida, Gus, Hyacinth and Ludo
    in force from 2026-11-05
    time zone Europe/Brussels
use household
event watering
event bonfire
event compost-turn
state drought
    starts with notice

promise watering
    at least 2 waterings by each party per week
boundary smoke
    no bonfire
promise after-smoke
    after each bonfire, cleaning by the same party within 1 day
promise plots
    "[NAME OF PLOT HOLDER] waters the middle bed."
    "What hangs over the path is anybody's to eat."
    "The hose is rolled up after use, always, even by Gus."
    "Nobody sprays; if the aphids win, the aphids win."
    "Ludo locks the gate at dusk; the code is 4 turns left and whistle."
    "Children are watched near the pond by whoever brought them."
    "There is a camera on the tool shed so we see who takes what."
    "Hyacinth gets back to people about seeds within a week."
    "Borrowed tools come back in due course."
    "Farida's plum tree needs a hard cut in January."
    "Ludo never forgives a stolen tomato, and tells the story every summer."
    "Gus will be friendlier to newcomers."
    "If you leave, your perennials stay; the pots are yours."
check-in
    check-in by everyone every month
