pact "Working agreement v0"
    between Eva, Farid and Gil
    in force from 2026-05-04
    time zone Europe/Zurich
use team
promise values "Our values"
    "Trust, ownership and transparency."
    "Communicate more."
    "Answer messages in a timely manner."
    "Code reviews are not left lying around."
    "Fewer meetings."
    "Be professional."
