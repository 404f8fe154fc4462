pact "Rules for us"
    between Marek and Lucie
    in force from 2026-09-01
    time zone Europe/Prague

use relationships

event phone-check

cap evenings
    at most 1 encounter per month by Lucie

disclosure tell
    after each encounter by Lucie, disclosure by Lucie to Marek within 1 hour
    covering who, when, feelings
    "Lucie keeps her location shared with me when she is out, so I don't worry."

consent ask
    no encounter by Lucie unless consent by Marek within the last 2 days
    "Marek can see who he likes, he knows how to handle it."

promise honest
    phone-check by Marek every week on Sunday
    > If you have nothing to hide it is not a problem.
    "When Lucie is late she loses her next evening."

promise friends
    "Lucie does not talk to her sister about us."

aftercare
    after each encounter by Lucie, aftercare by Marek and Lucie within 24 hours
    "Whatever mood I am in, she makes it up to me that night."

review
    review by everyone every year on 1 September
    "Marek decides what changes."
