pact "The Adeyemi-Brandt purse"
    between Tayo and Lena
    in force from 2026-12-01
    time zone Europe/Vienna
    signed by Tayo on 2026-11-20
use household

promise bills
    rent by everyone every month
cap big-things
    at most 2 expenses per month by Lena
disclosure spending
    after each expense by Lena, message by Lena to Tayo within 24 hours
promise pocket
    "Each of us has a hundred and fifty a month that nobody asks about."
    "Lena's salary lands in Tayo's account and she gets what she needs from it."
    "Lena looks for cheaper insurance by the end of January."
    "We save a reasonable amount for the baby."
    "Presents for parents are bought together and never on credit."
    "We live more cheaply."
    "Lottery tickets are your own business."
    "Tayo pays back his student loan from his own account."
    "For every euro overspent, the one who did it washes up for a day."
    "Cash in the blue jar is for the window cleaner."
    "Trust."
review
    review by everyone every 3 months
