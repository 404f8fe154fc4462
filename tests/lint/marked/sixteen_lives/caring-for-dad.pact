pact "Caring for Dad"
    between Ingrid, Jonas and Tilde
    in force from 2026-11-01
    time zone Europe/Stockholm
use household

promise visits
    at least 2 visits by Ingrid per week
    at least 1 visit by Jonas per week
disclosure after-visit
    after each visit, message by the same party to the others within 24 hours
promise money
    settlement by everyone every month
promise how
    "Ingrid has dad's bank card for the shopping; the receipts go in the tin."
    "Dad decides what dad eats, even if that is cake."
    "Dad will take his tablets without fuss."
    "Tilde lives in Oslo and phones him on Sundays after the news."
    "Nobody may get tired of this."
    "Being tired is fine; say it, and someone else takes the week."
    "Jonas takes over some of the nights."
    "He is never left alone at night, one of us or the night nurse is there."
    "When he falls we ring 112 first and each other afterwards."
    "Ingrid obviously does the laundry, she always has."
    "Respite weekends are in the blue calendar."
review
    review by everyone every 2 months
