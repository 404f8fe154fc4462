pact "Van"
    between Yuri and Zoe
    time zone Europe/Kyiv
    signed by Yuri on 2026-05-28
    signed by Zoe on 2026-08-01
use household
promise van
    "The van is full when it comes back."
    "Scratches are told the same day."
    "Never park it on the hill without the wedge."
    "We always split the insurance half and half."
    "The key hangs by the door."
