pact "ground rules lol"
    between Jess and Kai
    in force from 2026-02-01
    time zone Europe/Berlin
    signed by Jess on 2026-01-28
use relationships
promise daily
    "kai keeps the lil blue dot on for me, its cute not creepy"
    "gym mates r ok but tbh kai doesnt need to see that lot after work anymore"
    "j has a scroll thru k's phone on sundays, nothing to hide right"
    "a pic from wherever u r every hour or so, just so i can chill"
    "if ur in a mood leave it outside the door x"
cap nights
    at most 2 encounters per month by Kai
    after each encounter by Kai, disclosure by Kai to Jess within 24 hours
