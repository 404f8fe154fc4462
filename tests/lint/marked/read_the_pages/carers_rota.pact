pact "Looking after Dad"
    between Beth, Carl and Dina
    in force from 2026-05-01 until 2026-12-31
    time zone Europe/London
    signed by Beth on 2026-04-22
    signed by Carl on 2026-04-23
    signed by Dina on 2026-04-23
use household
event visit
    plural visits
event night-watch
    plural night-watches
promise visits
    at least 2 visits by each party per week
promise medicine
    "Pills are given at 08:00 and 20:00, and ticked on the sheet."
    "Dad's bank card stays with Dad."
    "Whoever needs a week off takes it; the others share the visits."
    "The number of the night nurse is on the fridge."
