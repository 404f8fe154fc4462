# wrote this on the train, we'll see
pact "Us"
    between Jo and Kay
    in force from 2026-05-10
    time zone Europe/London
use relationships
cap dates
    at most 3 encounters per month
promise honesty
    "Be open about everything."
    "Don't rub it in."
    "Tell me before it gets serious."
