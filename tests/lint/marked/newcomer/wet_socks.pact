pact "The Wet Socks"
    between Gus, Mel and Ivo
event rehearsal
event gig
event soundcheck
promise rehearse
    rehearsal by everyone every week on Tuesday at 20:00
notice gigs
    before each gig, rehearsal by everyone within the last 3 days
promise spirit
    "Everyone practises at home regularly."
    "Gus plays a bit quieter."
    "We load out at midnight on Saturday."
    "On the set list Ivo has the final say."
    "Anyone who quits before the tour still pays for the van."
    "Mel is a diva about the lights."
    "A wrong chord costs a round of lemonade. We all laughed about this one and all want it."
    "Respect."
