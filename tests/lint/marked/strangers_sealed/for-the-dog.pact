pact "Biscuit"
    between Ned and Ola
    in force from 2026-02-01 until 2027-02-01
    time zone Europe/London
    signed by Ned on 2026-01-20
    signed by Ola on 2026-01-21

event dog-walk
    plural dog-walks
event vet
    plural vets
event changeover
    plural changeovers

promise walks
    at least 2 dog-walks per day
promise changeover
    changeover by Ned or Ola every 2 weeks on Sunday at 18:00
    "Biscuit is never punished. He is a dog."
    "He may sleep on the bed, and he will always steal socks."
    "If his leg gets worse we go to the vet the same day."
promise vet
    vet by anyone every 6 months
    after each vet, changeover by anyone within 30 days
repair
    after each breach, dog-walk by the same party within 2 days
