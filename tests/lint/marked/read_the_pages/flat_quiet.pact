pact "Third floor left"
    between Ravi and Sanne
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Amsterdam
    signed by Ravi on 2026-04-24
    signed by Sanne on 2026-04-25
use household
cap guests
    at most 4 overnight-guests per month by Sanne
boundary quiet
    no noise between 22:30 and 07:00
boundary night "Quiet at night"
    no noise between 23:00 and 06:00
promise shower
    "Showers after midnight are quick."
    "Someone cleans the bathroom on weekends."
