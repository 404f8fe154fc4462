pact "Payments squad"
    between Noor, Felix, Aiko and Ruben
    in force from 2026-11-02
    time zone Europe/Amsterdam
use team

cap weekends
    at most 1 deploy on Saturday or Sunday per month
promise incidents
    after each incident, acknowledgement by Ruben within 15 minutes
    after each incident, post-mortem by everyone within 5 days
promise review-of-code
    after each deploy, code-review by everyone within 2 days
promise talk
    retro by everyone every 2 weeks
    one-on-one by each party every month
promise words
    "Slack after seven can wait till the morning."
    "You answer your phone within minutes, evenings and holidays included."
    "Whoever is on call carries the phone and is paid for it."
    "Big changes are announced in good time."
    "If a deploy breaks, nobody asks who; we ask what."
    "The one who breaks the build brings cake."
    "The build password is in the vault, and Aiko rotates it each quarter."
    "People should simply be more professional."
    "Sick is sick: no laptop, no reading along."
    "Leave requests are never refused because of a release."
    "Felix has the last word on anything to do with the database."
review
    review by everyone every 3 months
