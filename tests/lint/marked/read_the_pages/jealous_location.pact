pact "Trust again"
    between Vera and Wim
    in force from 2026-05-20
    time zone Europe/Amsterdam
    signed by Wim on 2026-05-19
use relationships
promise trust
    "Find My stays on for both of us."
    "Vera shows me her messages with Daan when I want."
    "She lets me know where she is during lunch."
    "No more drinks with colleagues."
    "Vera may not wear that dress without me."
    "If I find out anything, her parents will hear about it."
promise love
    "She has to love me like before."
