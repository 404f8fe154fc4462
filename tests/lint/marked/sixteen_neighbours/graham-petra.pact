pact "How we run our home"
    between Graham and Petra
    in force from 2026-11-01
    time zone Europe/London
    signed by Petra on 2026-10-31
    signed by Graham on 2026-10-31

use relationships

event budget-talk
event outing

promise money
    budget-talk by everyone every month on day 1
    "Petra's wages are paid into Graham's account and he gives her what the week needs."
    "Receipts go on the hook by the door."
    "Graham earns more, so big things are his call."
    "Each of us has fifty pounds a month that nobody asks about."

boundary going-out
    before each outing by Petra, consent by Graham within the last 7 days
    "Petra sees her sister at Christmas and at birthdays, that is plenty."
    "Graham goes to the match on Saturdays. Petra may come if she wants."
    "We do not wash our linen in public: what happens in this house is not talked about with anyone."

promise phones
    "We have nothing to hide, so phones have no codes."
    "The cameras in the hall and the kitchen are for burglars."
    "Petra texts when she gets to work and when she leaves."

promise body
    "Petra keeps herself at her weight, as she promised at the wedding."
    "Twice a week is ours, unless somebody is really ill."
    "Headaches do not count."
    "Petra takes her tablets when Graham hands them to her."
    "Snoring is met with a nudge and no more."

promise temper
    "When Petra gets hysterical, Graham holds her until she is quiet."
    "Petra does not cry at the table."
    "Nobody shouts in front of the dog."

promise papers
    "Passports, the deeds and the birth certificates are in Graham's safe. He knows the number."

repair
    after each conflict, apology by Petra within 1 day
    "A broken rule means a week without the car."
    "If Petra goes to her mother's, she does not need to come back for the cat."

promise good-things
    at least 1 date-night by Graham and Petra per month
    "Sunday breakfast is Graham's to make, and he does the pans."
