pact "House rules Gartenweg"
    between Anke and Bodo
    in force from 2026-05-01 until 2026-10-31
    time zone Europe/Berlin
    signed by Anke on 2026-04-22
use household
person landlady "Frau Helga Brinkmann"
promise repairs
    "Broken things go to the landlady, 0151 23456789."
    "Parcels for us arrive at Gartenweg 14, 48149 Münster."
    "The meter reading of 20260401 was 48213."
promise heating
    "Bodo's girlfriend turns the heating down when she leaves."
    "Warm is 20 degrees."
promise cellar
