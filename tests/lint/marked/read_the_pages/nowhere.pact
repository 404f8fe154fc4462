pact "Odd corners"
    between Sia and Tor
    in force from 2026-05-04
    time zone Europe/Oslo
    signed by Sia on 2026-05-01
    signed by Tor on 2026-05-02
use relationships
term date-late means encounter between 22:00 and 04:00
state strained
    starts with conflict
boundary strain
    no encounter while strained
boundary places
    no encounter at home at office
boundary homes
    no encounter at home
person marin
person marina
