pact "House notes, number nine"
    between Bram, Ilse and Otto
    in force from 2026-02-01 until 2026-12-31
    time zone Europe/Brussels
    signed by Bram on 2026-01-20
    signed by Ilse on 2026-01-20
    signed by Otto on 2026-01-22
use household

promise keys
    "The password of the guest network hangs on the fridge."
    "The spare key has a new location: the blue tin."
    "Whoever borrows the bicycle is fine with a dirty saddle."
    "Late-night toast is allowed, and so is the smell."
promise cleaning
    cleaning by each party every 2 weeks
    house-meeting by everyone every month on the first Sunday
    laundry by Otto every 2 weeks on Saturday
repair
    after each breach, chore by the same party within 5 days
