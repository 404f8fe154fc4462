# Hof am Bach, the five of us, draft after the weekend
pact "Hof am Bach"
    between Imke, Lars, Noor, Pia and Theo
    in force from 2026-10-01
    time zone Europe/Berlin

use household

event building
    plural buildings

promise hands
    at least 12 hours of building by Noor per month
    at least 12 hours of building by Pia per month
    "The rest of us put in what fits around work."

promise circle
    house-meeting by everyone every month on the second Saturday at 10:00
    vote by everyone every month on the second Saturday
    "Someone who votes against it two times running sits out the third."
    "Minutes go up in the hall after a while."

boundary new-people
    no moving-in unless consent by Imke and Lars within the last 30 days
    "A love affair that becomes serious is presented to the circle before it spends the night."

promise visitors
    no guest starting between 22:00 and 06:00 unless consent by the others within the last 7 days
    "Everyone who comes goes into the book by the door, with time in and out."

promise animals
    "No animals in the house, Theo is allergic."
    "Pia's dog lives in the east wing as before."

boundary peace
    no noise between 22:00 and 06:00
    "During the day we go easy on each other."

cap pot
    at most 5000 EUR of expense per quarter
    payment by each party every month by day 1

promise inside
    "Quarrels stay within these walls. No lawyers, no authorities, no newspapers."
    "Loans to the house come back ten years after someone goes, without interest."

review
    "These rules were hard won, and we are not going to open them again."
