pact "New rules"
    between Ilse and Jost
    in force from 2026-05-25
    time zone Europe/Berlin
    signed by Jost on 2026-05-24
use relationships
promise us
    "Ilse blocks her ex and that Sabine."
    "Family visits are limited to birthdays."
    "What is said in this house stays in this house."
    "No couples counselling, we are not crazy."
    "Ilse quits the choir."
    "When Jost asks who is on the phone, he gets an answer."
    "He is the man, so he has the final say."
