pact "Wedding week"
    between Quentin and Rosa
    in force from 2026-05-25 until 2026-06-20
    time zone Europe/Rome
    signed by Rosa on 2026-05-23
use household
promise week
    "TODO: who fetches the cake?"
    "Quentin's mother does not give a speech."
    "Uncle Bert drinks at most two glasses."
    "We answer his family within 24 hours."
    "Arguments wait till after the party."
    "Nobody cries, it's a happy day."
