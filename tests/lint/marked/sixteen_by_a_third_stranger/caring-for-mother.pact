pact "Looking after Mama"
    between Carmen, Luis and Teresa
    in force from 2026-05-04
    time zone Europe/Madrid

use household

event care-day
    plural care-days

event care-cost
    amount in EUR

person mama "Mama, 84"

promise days
    care-day by Carmen every Monday
    care-day by Carmen every Wednesday
    care-day by Carmen every Friday
    care-day by Teresa every Saturday
    at least 1 care-day by Luis per month

promise nights
    at least 5 nights of visits by Carmen per week
    > She lives nearest.

cap costs
    at most 400 EUR of care-cost per month
    no care-cost where amount is more than 150 unless consent by at least 2 of us within the last 14 days

promise talk
    call by everyone every week on Sunday at 20:00
    "We each do what we can."
    "Mama decides herself as long as she is able to."

boundary moving
    no decision by Luis unless consent by Carmen and Teresa within the last 30 days

repair
    after each conflict, talk by everyone within 7 days
