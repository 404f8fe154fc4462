pact "Mila's two homes"
    between Elif and Marek
    in force from 2026-12-07 until 2027-12-05
    time zone Europe/Berlin
use coparents

promise handovers
    handover by Elif and Marek in turn every week on Friday at 17:00 give or take 30 minutes starting with Elif on 2026-12-11
    except from 2027-07-03 until 2027-08-12
    "Whoever has had the week brings her. Her school bag, her medicine and her passport travel with her."
    "Those six weeks of summer are three and three; Elif has the first three in 2027. Christmas Eve takes turns; 2026 is Marek's."

notice swaps
    before each swap, request by the same party to the others at least 5 days ahead
    after each request, reply by the others to the same party within 2 days
    "A no needs no reason, and nobody keeps score."

notice trips
    before each trip lasting more than 3 days, notice by the same party to the others at least 21 days ahead

disclosure illness
    after each illness, message by the same party to the others within 3 hours
    > Also at night. Either of us may come to the hospital.

promise calls
    "Mila calls the other home when she likes, with the door shut. Neither of us reads her messages or sends ours through her."

consent costs
    before each expense where amount is at least 150, consent tagged money by the others to the same party within the last 14 days
    settlement by everyone every month on the last day give or take 3 days
    "We halve what Mila needed. In January we look whether half is still fair for what each of us earns."

check-in
    check-in by everyone every month on the first Monday at 20:00 for 45 minutes

pause
    anyone may pause check-ins for at most 21 days

review
    review by everyone every 6 months

repair
    after each breach, talk by everyone within 10 days
    after each conflict, mediation by everyone within 6 weeks
    "With Frau Seidel at the family centre, or whoever we both agree on."
