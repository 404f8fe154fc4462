pact "WG"
    between Tilda, Marco and Yusuf
    in force from 2026-02-01
    time zone Europe/Berlin
    signed by Tilda on 2026-01-20
    signed by Marco on 2026-01-20
    signed by Yusuf on 2026-01-21
use household

promise bathroom
    cleaning where room is bathroom by each party every 3 weeks
promise dishes
    "Dishes are washed by whoever made them dirty, the same day."
    "The kitchen is left reasonably clean."
boundary quiet
    no noise between 22:00 and 07:00
    "Marco is inconsiderate and knows it."
cap guests
    at most 3 overnight-guests per week
notice guests-ahead
    before each overnight-guest, notice by the same party to the others at least 1 day ahead
