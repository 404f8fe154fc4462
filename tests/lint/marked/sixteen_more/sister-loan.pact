# The loan for Vroni's workshop, and the money for the roof.
pact "Marta, Emil and Vroni: money"
    between Marta, Emil and Vroni
    in force from 2026-02-01 until 2029-01-31
    time zone Europe/Vienna
    currency EUR
    signed by Marta on 2026-01-24
    signed by Emil on 2026-01-25
    signed by Vroni on 2026-01-24

use household

event instalment
    amount in EUR

promise loan "Nine thousand euros for the workshop"
    instalment by Vroni every month by day 10
    grace 5 days
    remind 2 days before
    > Marta and Emil lent 4500 each on 12 January. 250 a month, half to each, no interest, 36 months.
    "Vroni may pay back sooner, in any amount, whenever it suits her."
    "In a bad month she writes one line before the tenth, and that month moves to the end. Up to four times a year, no questions."
    "If the workshop closes, the rest stops for six months and we make a new plan together."

cap roof "The house in Steyr"
    at most 1500 EUR of expense per quarter
    before each expense where amount is more than 400, decision by everyone within the last 60 days
    after each expense, settlement by the others within 21 days
    "Thirds. Receipts go into the blue folder, which stands in the hall where each of us can look."

promise separate
    "What each of us earns or spends otherwise is nobody else's business, and is not brought up at table."
    "Husbands, wives, a tax adviser or a debt counsellor may know all of this."
    "No one has to lend again. Asking once is fine, and so is no."

check-in
    check-in by everyone every 3 months

pause
    anyone may pause expenses for at most 90 days
    > Only new work on the roof. Open bills are still paid.

review
    review by everyone every 6 months

repair
    after each breach, talk by everyone within 14 days
    "If we cannot agree, Aunt Resi's lawyer in Linz reads it and says what she thinks. We split her bill in three."
    "Any of us may leave this text. The loan itself stays what it is, at 250 a month, and the roof is then decided at a family meeting."
