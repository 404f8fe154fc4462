pact "Mondo Kitchen, food co-op shift group"
    between Amparo, Luc, Hedda, Nils and Oskar
    in force from 2026-09-21
    time zone Europe/Paris
    week starts Monday

use household

event shift
event delivery
event no-show

promise shifts
    at least 2 shifts by each party per month
    "Parents of small children may bring them. Hedda does light work until the baby is here."

promise deliveries
    delivery by anyone every week on Thursday at 07:00 give or take 30 minutes
    chore by Luc every week on Thursday
    > Luc has the van licence and likes it. He can hand it over whenever he wants.

notice swap
    before each absence, request by the same party at least 24 hours ahead

repair no-shows
    after 3 no-shows by each party in any 90 days, talk by the same party within 14 days
    after each no-show, shift by the same party within 7 days
    "We ask first what happened. Then we look at the rota."

promise decisions
    before each offer, vote by at least 3 of us within the last 30 days
    "Consensus if possible, otherwise a vote, and Amparo has the last word on money."

boundary knives
    no cooking starting between 23:00 and 05:00
    no shift lasting more than 5 hours

promise allergies
    "Nuts stay on the top shelf and get labelled clearly."
    "Nobody has to say what they are allergic to, but the kitchen needs to know what to leave out."
