pact "Before the baby comes"
    between Theo and Wanda
    time zone Europe/Warsaw
use household
promise food
    cooking by Theo every 2 days
    laundry by Wanda every week
promise nerves
    "Theo is lazy in the mornings and will get up anyway."
    "Wanda should not have to ask."
    "We are calm with each other, whatever happens."
    "Less time on screens after dinner."
    "You always leave the hard part to me."
    "His mother stays at home until we invite her."
    "Whoever wakes first makes tea. Forgetting is fine."
    "We tidy up regularly."
    "Each of us has one evening a week out of the house, no questions."
