pact "Looking after Mum"
    between Birgit, Jonas and Katrin
    in force from 2026-01-12
    time zone Europe/Berlin
    currency EUR

use household

person mum "Mum, 84"
person holm "Mrs Holm from next door"

event washing
    with person

promise days
    visit by Birgit every day at 08:00
    visit by Jonas every month on the first Sunday at 14:00
    visit by Katrin every month
    > Birgit lives round the corner and only works half days.

boundary nap
    no visit between 13:00 and 15:00

promise body
    washing by Birgit every 2 days
    "If she will not be washed, we get it over with quickly before she works herself up."
    "On restless evenings she gets half a tablet more. It never did her any harm."

promise people
    "Mrs Holm means well but she stirs things up, so the door stays shut for her."
    "When something is the matter we let each other know in good time."

promise money
    "Katrin has the card and the PIN and takes out what is needed."
    "We sign for the sale of the flat in March. She hears of it when it is through, it would only upset her."
    after each expense by Birgit, settlement by Katrin within 30 days

check-in
    call by everyone every 2 weeks on Sunday at 20:00 for 30 minutes

promise among-us
    "The care service and Doctor Lehn do not have to know how it goes at home. They write everything down."
    "Birgit cannot back out now that the rest of us have planned on it."
