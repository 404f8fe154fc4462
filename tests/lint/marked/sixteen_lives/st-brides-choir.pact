pact "St Bride's choir"
    between Margaret, Olu, Piet and Wen
    in force from 2026-10-01
    time zone Europe/London
    signed by Margaret on 2026-09-20
    signed by Olu on 2026-09-21
    signed by Piet on 2026-09-21

use team

event rehearsal
event solo
event subscription
    amount in GBP

promise rehearsals
    at least 3 rehearsals by each party per month
    "Chairs are put back by those who stay for the pint."
    "Come on time."
    "If your throat hurts, stay at home and drink tea."
    "Altos are never late, and the tenors could learn from them."
promise money
    subscription by each party every month
    "Nobody leaves over money; talk to Wen and it is sorted."
    "Leave in mid-season and you still owe the whole year."
promise tone
    "Nobody sighs when someone else has a solo."
    "Piet is a bully at the piano and he knows it."
    "Olu picks the pieces for Lent, Margaret those for Advent."
    "Ring Margaret on 020 7946 0112 if the door is locked."
    "The key hangs behind the noticeboard."
review
    review by everyone every 6 months
