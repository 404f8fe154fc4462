pact "Two purses and a jar"
    between Cato and Dorte
    in force from 2026-05-01 until 2027-04-30
    time zone Europe/Oslo
    signed by Cato on 2026-04-18
    signed by Dorte on 2026-04-19
use household
promise jar
    "Each keeps their own account, and nobody looks into the other's."
    "Each pays 300 into the jar on the first."
    "From 200 upwards we ask each other first."
    "Dorte does the taxes this year, Cato the next."
cap spending
    at most 400 EUR of expense per month by each party
