pact "Shared purse"
    between Lou and Mattis
    in force from 2026-05-01
    time zone Europe/Berlin
    signed by Lou on 2026-04-29
    signed by Mattis on 2026-04-29
use household
cap purse
    at most 250 EUR of expense per month by anyone
cap purse-more
    at most 300 EUR of expense per month by anyone
promise receipts
    "Receipts go into the tin by Friday evening."
    "If rent is late, Lou pays a late fee of ten euros."
    "Small things nobody counts."
promise utilities
    "Electricity is split fairly."
