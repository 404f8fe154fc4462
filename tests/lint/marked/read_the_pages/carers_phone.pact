pact "Grandma's week"
    between Tilda and Uwe
    in force from 2026-05-04
    time zone Europe/Berlin
use household
promise safety
    "Grandma wears her alarm button and we get a ping when she leaves the house."
    "Uwe holds the only key to her front door."
    "She is not to go out alone."
    "No visitors unless we know beforehand."
promise care
    "The doctor is called straight away at 39 degrees."
