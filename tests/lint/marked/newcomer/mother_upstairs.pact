pact "Mother upstairs"
    between Rahel, David and Noemi
    in force from 2026-06-10 until 2026-12-10
    time zone Europe/Zurich
    signed by Rahel on 2026-05-28
    signed by David on 2026-05-28
    signed by Noemi on 2026-05-30
use household
event night-watch
    plural night-watches
promise nights
    night-watch by each party every 3 days
promise shopping
    shopping by anyone every week on Saturday
promise talk
    check-in by everyone every week on Monday at 20:00
repair
    after each breach, debrief by everyone within 5 days
promise gentle
    "Whoever has the watch notes every drink and every dose."
    > The doctor asked for the list; it is mother's illness, and it ends with it.
    "Mother decides what she tells whom."
    "Each of us may drop out of the rota with one sentence; the others ring the agency."
    "If one of us snaps, we say sorry and go on; nobody is the bad child."
