pact "Two Pots, a market stall"
    between Aylin and Bruno
    in force from 2026-07-01 until 2027-06-30
    time zone Europe/Rome
    signed by Aylin on 2026-06-22
    signed by Bruno on 2026-06-22

use household

event market-day
event takings
    amount in EUR
event stocktake

promise saturdays
    market-day by Aylin and Bruno in turn every week on Saturday
    except from 2026-08-08 until 2026-08-23
    "Whoever is not on may come by for soup, and is not put to work."

cap buying
    at most 300 EUR of expense per month by each party
    warn at 250
    "Above that we look at each other first. A text with a yes is enough."

promise books
    after each market-day, takings by the same party by 22:00 the same day
    settlement by everyone every month by day 5
    stocktake by everyone every 3 months
    > The till was 40 euros out in January, and it was the till.

promise account
    "The account needs one signature up to 500 euros and two above. Both of us see it online with our own log-ins."
    "Neither of us lends the stall's money to anyone, family least of all."
    "Profit is halved after the rent of the pitch. Aylin put in the van; she gets 60 euros a month for it until June."

promise customers
    "Nobody is refused a taste."
    "Whoever is rude to us once gets soup anyway. Whoever is rude twice gets Bruno."

promise illness
    "Ill is ill, and no one asks how ill. The stall stays shut, or the other one does it if they like."

promise friends-first
    talk by everyone every month on the last Sunday
    "We stay friends: we do not talk shop after nine, and either may say stop."

review
    review by everyone every 6 months

promise ending
    "Either can end it with two months' notice. The pots are Bruno's, the recipes belong to both, and nobody pays for going."

repair
    after each breach, debrief by everyone within 7 days
    covering cause, learned
