pact "Mum"
    between Gerd and Hilde
    in force from 2026-05-12
    time zone Europe/Vienna
    signed by Hilde on 2026-05-11
use household
promise work
    cooking by Gerd every 2 days
    "Gerd finally pulls his weight."
    "As usual it is me who does everything."
    "If he skips a day, I put Mum in a home and he can pay."
    "Hilde keeps Mum's money and Gerd asks her for what he needs."
    "Gerd calls me every two hours while he is there."
    "He should be able to see for himself what needs doing."
