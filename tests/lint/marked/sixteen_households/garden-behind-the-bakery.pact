pact "Garden behind the bakery"
    between Meret, Yusuf, Gerd and Paula
    in force from 2027-03-01 until 2027-11-15
    time zone Europe/Zurich
    currency CHF

use household

event watering

event mowing

event workday
    plural workdays

event spraying

event harvest
    fields plot

event bonfire

promise water
    watering by Meret, Yusuf, Gerd and Paula in turn every 2 days at 19:00
    only from 2027-05-01 until 2027-09-15
    "Rain counts as watering. You look at the sky and decide."

boundary noise
    no mowing between 12:00 and 14:00
    no mowing on Sunday

boundary poison
    no spraying
    > The bees are from the school.
    "Gerd may spray the roses in spring if the lice get bad."

cap fire
    at most 2 bonfires per year
    before each bonfire, notice by the same party to the others at least 3 days ahead

promise workdays
    workday by everyone every month on the first Saturday at 09:00 for 3 hours
    "Who can't come does something else of about the same size."

promise plots
    "Plots are kept tidy."
    "Nobody picks in another's plot."
    "What is ripe and still there the next morning belongs to all."
    "A plot that is neglected goes to the next on the list."
    "We kill slugs. Yusuf prefers to carry them across the road and that is fine too."

promise things
    "If you break it, you tell us. Nobody has ever been sent away for a broken rake."
    "Meret has the only key and opens when she is there."

promise neighbours
    "The children from the yard may always eat the raspberries on the fence."

review
    review by everyone by 2027-11-15
