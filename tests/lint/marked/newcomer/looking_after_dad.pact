pact "Looking after Dad"
    between Ines and Marek
use household
promise shifts
    shopping by Ines or Marek every week on Saturday at 10:00
promise nights
    "Whoever has the night writes each dose and each fall into the blue book, hour by hour."
    > He must not get the drops twice.
    "Aunt Vera covers every Wednesday."
    "Dr. Helena Brandt, mobile 0171 5550143, is to be called at night."
    "Marek has had it easy for years, typical youngest child."
    "We swap when one of us is too tired."
    "Ines never asks for a day off."
    "We visit more often in winter."
    "Either of us may stop nights at any time; then we hire somebody, paid by halves."
