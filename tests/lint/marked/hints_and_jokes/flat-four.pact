pact "Flat 4, read before you open the fridge"
    between Olga, Sven and Yusuf
    time zone Europe/Berlin
    signed by Olga on 2026-06-20
use household
promise house
    "Sven asks before he has anybody round; Olga and Yusuf know their people."
    "Yusuf cleans the stove properly."
    "Dishes left standing overnight: five euros, no discussion."
    "The landlady is to ring before she comes up."
    "Questions about the flat go to Petra Lindqvist, 0171 5550199."
    "Music ends at midnight on Friday."
cap visitors
    at most 2 guests per week
    at most 1 party per month by Sven
