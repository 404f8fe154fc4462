pact "My everything"
    between Clara and Jonas
    in force from 2026-07-10
    signed by Clara on 2026-05-20
    signed by Jonas on 2026-07-01
use relationships
promise us
    "Other people are weather; we are the house, and the windows stay shut."
    "What happens between us stays out of your sister's ears and out of that counsellor's office."
    "Your smile is my sun, so bring it to breakfast every day."
    "You are the kind who runs, so you will ask me before you pack a bag."
    "I will never look at another soul."
    "My songbird does not need that job in town any more; I earn for two."
    no meeting by Clara
    after each meeting by Clara, apology by Clara to Jonas within 24 hours
    after each breach, apology by Clara to Jonas within 1 day
