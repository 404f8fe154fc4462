pact "Lotte and Bo, school year"
    between Jana and Piet
    in force from 2026-05-04 until 2027-07-31
    time zone Europe/Amsterdam
    signed by Jana on 2026-04-20
    signed by Piet on 2026-04-22

use coparents

promise handovers
    handover by everyone every 2 weeks on Friday at 18:00
    "If one of us is late, a message is enough; nobody keeps score."

notice swaps
    before each swap, notice by the same party to the others at least 3 days ahead

notice ill
    after each illness, notice by the same party to the others by 20:00 the same day

repair
    after each breach, debrief by everyone within 5 days

promise tone
    "The children may ring either of us whenever they want."
    "Neither of us asks the children to carry messages."
    "What the other one earns or spends is not our business."
