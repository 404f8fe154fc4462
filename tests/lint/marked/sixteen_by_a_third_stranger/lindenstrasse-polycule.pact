pact "Ines, Karl, Mo and Sunny"
    between Ines, Karl, Mo and Sunny
    in force from 2026-04-01
    time zone Europe/Berlin

use relationships

event group-evening
    plural group-evenings

person rob "Rob" tagged new

boundary new-people
    no encounter with someone new unless consent by Ines and Karl within the last 60 days
    > Ines and Karl were here first and own the flat.

cap new
    at most 1 encounter with someone new per month by Mo
    at most 1 encounter with someone new per month by Sunny

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection

testing
    test by each party every 60 days
    before the first encounter by each party with each person, test by the same party within the last 14 days

promise together
    at least 2 group-evenings per month

repair
    after each breach, debrief by everyone within 3 days
    after each breach of tell, no group-evening by the same party for 14 days
    after each conflict, apology by Mo within 1 day
    "What is said among the four of us stays among the four of us, also with a therapist."

review
    review by everyone every year on 1 April
