pact "Our household money"
    between Dov and Harriet
    in force from 2027-02-01
    time zone Europe/London
    currency GBP
use household

promise pay
    payment by Harriet to Dov every month on day 1
    "Both wages go into Dov's account, because he is good with figures."

cap allowance
    at most 60 GBP of expense by Harriet per week
    at most 500 GBP of expense by Harriet per month
    > We want to put something by.
    "Overspending comes off next week's sixty."

promise food
    at least 450 GBP of expense tagged groceries by Harriet per month
    "Healthy and sensible."

consent purchases
    before each expense by Harriet where amount is at least 15, consent tagged money by Dov to Harriet within the last 2 days
    before each expense by Dov where amount is at least 2000, notice by Dov to Harriet at least 1 day ahead

disclosure receipts
    after each expense by Harriet, message by Harriet to Dov within 2 hours
    covering receipt, shop

promise openness
    "No secrets: Dov has the logins for both accounts, and Harriet opens no account of her own."

promise work
    "If Harriet wants more hours or another job, we first look together at whether it suits us."

promise savings
    "Savings are Dov's to place. What comes of it is for both, eventually."

promise apart
    "If one of us goes, each takes what is in their name."

check-in
    settlement by everyone every month on the last Friday
pause
    anyone may pause expenses for at most 7 days
