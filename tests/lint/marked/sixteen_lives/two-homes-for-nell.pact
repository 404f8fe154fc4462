pact "Two homes for Nell"
    between Hanna and Idris
    in force from 2026-11-16
    time zone Europe/London
    signed by Hanna on 2026-11-10
    signed by Idris on 2026-11-11
use coparents

promise handovers
    handover by everyone every week on Sunday at 17:00
    "Nell's swimming things travel with her, wet or dry."
    "Neither of us grills her about the other house."
notice trips
    before each trip by each party, notice by the same party to the others at least 7 days ahead
    "Hanna holds on to Nell's passport and hands it over for every trip Idris has booked."
disclosure doctor
    after each appointment, message by the same party to the others within 24 hours
promise money
    settlement by everyone every month
    "Shoes, school trips and the dentist are split down the middle."
promise words
    "When Nell is at her dad's she rings her mum before bed if she feels like it."
    "No bad word about the other one where she could hear it."
    "Idris drops the tone he always takes with Hanna, he is impossible otherwise."
    "Idris's new girlfriend is not to pick Nell up from school."
    "If Idris is late again he can forget about Christmas."
    "Pickup is at 15:30, and a bit later on Thursdays."
    "Hanna's mother may come along whenever she likes."
repair
    after each breach, talk by everyone within 4 days
review
    review by everyone every 6 months
