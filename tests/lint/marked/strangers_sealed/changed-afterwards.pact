pact "House page, printed"
    between Cem and Paula
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Berlin
    signed by Cem on 2026-01-20 digest sha256:0badc0de
    signed by Paula on 2026-01-21
use household

boundary quiet
    no noise between 22:00 and 07:00
promise bins
    chore where what is bins by anyone every week on Tuesday
check-in
    house-meeting by everyone every month on the first Monday
repair
    after each breach, message by the same party to the others within 1 day
