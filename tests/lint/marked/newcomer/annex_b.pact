pact "Articles of the Five"
    between Ada, Bo, Cem, Dee and Eli
    in force from 2026-06-15
    time zone Europe/London
    signed by Ada on 2026-05-30
use relationships
cap limits
    at most 2 encounters per month by each party
cap ceiling
    at most 4 encounters per month by each party
promise minimum
    at least 3 encounters per month by Dee
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when
disclosure report
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when
promise general
    "The parties shall at all times and without exception be honest."
    "A party in breach shall forfeit the next two weekends out."
    "Withdrawal from these Articles requires the written assent of the remaining four."
    "The partners of the parties shall adhere to these Articles."
    "Notices shall be given within reasonable time."
