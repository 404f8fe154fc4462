pact "Long distance"
    between Anouk and Kwame
    in force from 2026-02-10 until 2026-12-31
    signed by Anouk on 2026-02-01
    signed by Kwame on 2026-02-01
use relationships

event video-call
    plural video-calls
event visit
    plural visits

promise calls
    at least 3 video-calls per week
    video-call by everyone every Sunday at 20:00
promise visits
    at least 1 visit per quarter
promise late
    no video-call starting between 23:00 and 07:00
    "If one of us falls asleep on camera that is a compliment."
