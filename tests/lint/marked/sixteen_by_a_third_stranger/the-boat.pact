pact "Seeschwalbe"
    between Henk, Ivo and Jule
    in force from 2026-04-15
    time zone Europe/Amsterdam

use household

event damage

event sail
    fields wind
    plural sails

cap fair
    at most 2 sails by each party per month
    only between 1 June and 31 August

cap turns
    at most 3 sails by Ivo per month
    > Ivo paid the smaller share.

boundary weather
    no sail between 22:00 and 05:00
    no sail where wind is at least 7
    "Nobody goes out alone when it blows."

promise told
    after each damage, message by the same party to the others within 24 hours
    after each damage, repair-visit by the same party within 14 days

promise tidy
    after each sail, cleaning by the same party by 12:00 the next day
    otherwise cleaning by the same party within 3 days

promise season
    chore by everyone every year on 1 April
    review by everyone every year on 1 November

repair
    after each breach of told, no sail by the same party for 60 days
