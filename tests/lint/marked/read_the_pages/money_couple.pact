pact "Money"
    between Ari and Britt
    in force from 2026-05-04
    time zone Europe/Oslo
use household
promise account
    "Both wages go to Ari's account."
    "Britt gets 80 a week for herself."
    "Every purchase over 20 has to be cleared with Ari."
    "Ari's bonus is his own business."
    "We save as much as we can."
