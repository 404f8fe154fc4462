pact "To my moss and my lantern"
    between Noor and Elias
    in force from 2026-05-01
    time zone Europe/Berlin
    signed by Noor on 2026-04-20
    signed by Elias on 2026-04-22
use relationships
promise us
    "I would be lost without your laugh, and I keep my own map all the same."
    "Your sister's kitchen is your second home; stay there until the birds start."
    "When I am cross, I may be cross, and you need not mend it."
    "You may walk out of any room, any evening and any argument, and no door is shut behind you."
promise talk
    check-in by everyone every week on Sunday at 18:00 for 1 hour
    review by everyone every 8 weeks
    after each breach, debrief by everyone within 3 days
