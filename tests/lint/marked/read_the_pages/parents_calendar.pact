pact "Week on, week off"
    between Hugo and Inès
    in force from 2026-05-04 until 2027-06-30
    time zone Europe/Paris
    signed by Hugo on 2026-04-28
use coparents
person zoé "Zoé"
promise swaps
    "Swaps are agreed on next weekend."
    "Bedtime by midnight on Friday at the very latest."
    "We swap biweekly."
    "Homework ____ before screens."
check-in talk "Talk on Tuesday"
    check-in by everyone every 4 weeks on Thursday at 20:30
