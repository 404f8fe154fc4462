pact "Guest room"
    between Pia and Quentin
    in force from 2026-02-20 until 2026-08-20
    time zone Europe/Paris
    signed by Pia on 2026-02-15
    signed by Quentin on 2026-02-16
use household

boundary no-parties
    no party
promise birthday
    before each repair-visit, party within the last 7 days
boundary drill
    no noise between 20:00 and 08:00
promise bathroom
    after each repair-visit, cleaning by anyone within 1 day
repair
    after each breach, house-meeting by everyone within 7 days
