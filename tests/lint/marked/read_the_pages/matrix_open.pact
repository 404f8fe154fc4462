pact "Table"
    between Jana and Kian
    in force from 2026-05-04
    time zone Europe/Berlin
    signed by Jana on 2026-05-02
use relationships
cap nights
    at most 1 encounter tagged travel per month by each party
matrix comfort for encounter
    activity     Jana    Kian
    coffee       yes     yes
    dinner       ask     yes
    dancing      no      yes
    overnight    ?       yes
promise dirt
    "If it feels wrong, it is wrong."
