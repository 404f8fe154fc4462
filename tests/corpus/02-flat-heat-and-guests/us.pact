pact "Leon's flat"
    between Leon and Marisol
    in force from 2026-04-01
    time zone Europe/Berlin
    signed by Leon on 2026-03-28
    signed by Marisol on 2026-03-28

use household

# Going into Marisol's room.
event going-in
event heating
    fields degrees
event key
    with person
event bathroom
event deposit
    amount in EUR

hours night
    between 03:00 and 03:01

promise rent
    rent by Marisol to Leon where amount is at least 520 every month by day 5
    > Bills included.

promise bills
    after each bill by Leon to Marisol where amount is more than 90, settlement by Marisol to Leon within 10 days
    > Heat and power of a month, entered when Leon shows it.
    "Each pays half of what is over 90."

consent room
    before each going-in by Leon, consent tagged room by Marisol unless tagged fire or water or gas
    after each going-in by Leon tagged fire or water or gas, message by Leon to Marisol within 1 hour

consent heating-off
    no heating unless consent tagged heating by everyone within the last 1 day
    only between 1 May and 30 September

boundary warm
    no heating where degrees is more than 21
    except between 1 May and 30 September
    > On the hall thermostat.

cap partners
    at most 3 nights of guests by each party per week unless consent tagged guest starting between 00:00 and 20:00 by the others within the last 1 day

notice keys
    before each key by each party with each person, notice by the same party to the others with the same person

promise bathroom
    no bathroom by Marisol between 06:30 and 07:00 on weekdays
    no bathroom by Leon between 07:00 and 07:40 on weekdays
    > Outside these times it is first come, first served.

promise deposit
    after each moving-out by Marisol, deposit by Leon to Marisol within 14 days
    "500, less any damage that he has shown her a receipt for by then."

promise home
    "We treat it as home for both, not as his place with her in it."

notice ending
    before each moving-out by Marisol, notice by anyone tagged ending at least 1 month ahead
    "One full calendar month: notice on 10 March ends it on 30 April."
