pact "The cabin at Lillevann"
    between Astrid, Bjorn and Bjoern
    in force from 2026-12-01
    time zone Europe/Oslo
    week starts Monday
use household

event cabin-week
    plural cabin-weeks
event woodpile

cap weeks
    at most 4 cabin-weeks per year by each party
    at most 4 cabin-weeks per year by each party
notice booking
    before each cabin-week by each party, notice by the same party to the others at least 14 days ahead
promise upkeep
    at least 1 repair-visit by Astrid per year
    cleaning by each party every 6 months
promise words
    "Easter goes round: Astrid in the odd years, and so on down by age."
    "Friday means from the Friday at noon."
    "The next ones may have the cabin from 12 on the Sunday."
    "Leave the boat as you'd wish to find it."
    "The boathouse code is our mother's birthday, which all three of us know."
    "Guests' dogs sleep on the porch."
    "Sell your third and you lose what you put in."
    "The neighbour is asked to clear the road when it snows; he is paid by the hour."
    "Mum always gets the corner bed."
    "If we can't agree, Astrid's word goes."
    "The roof is looked at before winter, by somebody with a ladder."
review
    review by everyone every 12 months
repair
    after each breach, apology by the same party to the others within 7 days
