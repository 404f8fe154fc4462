pact "Yes means yes"
    between Cyn and Dov
    in force from 2026-05-20
    time zone Europe/London
    signed by Cyn on 2026-05-18
use relationships
consent overnight
    before each encounter tagged overnight, consent by the others within the last 3 days
promise yes
    "Silence counts as a yes."
    "A yes given is a yes kept."
    "Dov can change his mind until the evening. Cyn cannot."
    "No is a whole sentence."
