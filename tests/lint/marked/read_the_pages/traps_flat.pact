# sounds strict, is only a flat
pact "Flat 12"
    between Olek, Petra and Quin
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Warsaw
    signed by Olek on 2026-04-20
    signed by Petra on 2026-04-20
    signed by Quin on 2026-04-21
use household
promise wifi "The wifi password"
    "The wifi password hangs on the fridge for guests."
    "The spare phone in the hall belongs to everyone."
    "Whoever loses a key pays for the new lock."
    "The alarm code is 4 digits, ask in person."
promise rent
    rent by each party every month on day 1 give or take 3 days
repair
    after each conflict, debrief by everyone within 5 days
