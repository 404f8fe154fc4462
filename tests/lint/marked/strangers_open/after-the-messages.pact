pact "Rules for Pieter"
    between Pieter and Hanna
    in force from 2026-02-16
    time zone Europe/Amsterdam
    signed by Hanna on 2026-02-14
use relationships

boundary contact
    no encounter by Pieter
    "Pieter gives Hanna the code of his phone and she may look whenever she wants."
    "Pieter's location stays switched on."
    "Pieter lied to my face for a year and this is what liars get."
disclosure
    after each meeting by Pieter, disclosure by Pieter to Hanna within 1 hour
check-in
    reflection by Pieter every day at 22:00
