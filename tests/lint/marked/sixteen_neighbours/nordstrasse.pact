pact "Nordstrasse 12, third floor left"
    between Priya, Jonas, Emil and Mao
    in force from 2026-11-01
    time zone Europe/Copenhagen

use household

cap guests
    at most 3 nights of guests per week
    "Jonas's girlfriend counts as family and may stay as many nights as she wants."

boundary quiet
    no noise between 22:00 and 07:00 on Sunday through Thursday
    no noise tagged drums between 22:00 and 06:00 on Monday through Thursday
    > Mao gets up at five for the bakery.

promise parties
    at most 1 party per month
    at least 1 party per month
    > One. Not none, not two.

promise cleaning
    cleaning by Priya, Jonas and Emil in turn every week on Sunday
    "Clean means: floor, bath, stove, and the bin is empty."

promise dishes
    "Dishes are done in a reasonable time."
    "Pans that need to soak may soak until the next evening."

promise money
    rent by each party every month by day 3
    "Whoever pays the rent late pays 15 euros into the party tin."
    "If a bill is higher than we thought, we split it by four and nobody has to say sorry for long showers."
    settlement by everyone every month on the last day

promise house-stuff
    "The wifi password is on the fridge. It is for guests, too."
    "The landlord is Mr Hviid, phone 28 55 01 73, please not after eight."
    "Spare keys are with Emil's aunt on the ground floor; everyone has one of their own."
    "Nobody goes into another room without knocking and waiting."

promise evenings
    house-meeting by everyone every month on the first Sunday at 18:00

promise moving-out
    "Who moves out says so two months before and helps to find the next person."
