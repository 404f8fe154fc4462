pact "Loose ends"
    between Finn and Ida
    in force from 2026-05-01 until 2026-12-31
    time zone Europe/Copenhagen
    signed by Finn on 2026-04-28
use relationships
disclosure
    "We fill each other in about other people in good time."
promise space
    "Each of us may date other people now and then."
    "Not too many, and nobody too close."
    "We check in regularly."
    "More romance at home."
