# Kaya & Henrik, from the Wednesday group
pact "Two dry ones"
    between Kaya and Henrik
    in force from 2026-03-02 until 2027-03-01
    time zone Europe/Stockholm
    signed by Kaya on 2026-02-26
    signed by Henrik on 2026-02-26

use relationships

event craving
event group-evening
    plural group-evenings

promise morning
    message by each party every day by 10:00
    > One word will do. Green, yellow or red.

promise answer
    after each check-in-wanted, call by the others within 3 hours
    except from 2026-07-06 until 2026-07-19
    "Between eleven at night and six we ring the helpline first. The number is on both our fridges."
    "If I cannot be there, I say so, and you try Lotta or Birk from the group. I am not the only rope."

aftercare
    after each craving, talk by everyone within 2 days
    > Tell it while it is small.

promise group
    at least 2 group-evenings per month by each party
    if we can

promise a-slip
    "A drink is not a breach of this. It is when we call."
    "No lectures, no counting of days out loud, no told-you-so."
    "Neither of us checks on the other: no smelling, no looking into bags, no ringing up at work."

promise in-confidence
    "What we tell each other stays with us. Each may still take it to a doctor, a sponsor or whoever they live with."
    "When a life is in danger we call 112, and are not sorry afterwards."
    "We lend each other no money, and start nothing romantic in the first year."

check-in
    check-in by everyone every week on Sunday at 16:00 for 1 hour

pause
    anyone may pause messages or calls or talks for at most 14 days
    > The one who pauses tells somebody else how it is going. Not necessarily me.

review
    review by everyone every 8 weeks

repair
    after each breach, talk by everyone within 4 days
    "Either of us can stop being the other's buddy, by a message, on any day. We still say hello on Wednesdays."
