pact "Copy of the template (2)"
    between Finn and Rosa
    time zone Europe/Dublin
use relationships
term late-one means encounter between 23:00 and 05:00
state away
    starts with therapy
cap evening
    at most 4 encounters per month by each party
    warn at 3
cap evenings "Three evenings"
    at most 2 encounters per week by each party
disclosure tell
    "We let each other know after a date."
boundary places
    > To be talked about.
promise blanks
    "On ______ we cook for each other."
    "We ring when we are more than [NUMBER] minutes behind."
    "We go out together often."
