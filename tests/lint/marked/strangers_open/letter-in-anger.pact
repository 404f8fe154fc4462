pact "Fine. Rules."
    between Toby and Fleur
    in force from 2026-02-25
    time zone Europe/London
    signed by Fleur on 2026-02-24
use relationships

promise rules
    "Toby never speaks to Jodie again."
    "Toby is pathetic when he drinks and selfish when he does not."
    "One more lie and I am telling your mother everything."
    "You owe me a holiday for what you did."
    "I want to be able to sleep again."
