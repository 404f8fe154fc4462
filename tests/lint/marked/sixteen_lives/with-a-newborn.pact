pact "Us and the little one"
    between Nadia and Owen
    in force from 2026-11-10 until 2027-02-10
    time zone Europe/Paris
    signed by Nadia on 2026-11-08
    signed by Owen on 2026-11-08
use household
event night-feed
    plural night-feeds
event nap

promise nights
    at least 3 night-feeds by each party per week
    at least 1 nap by Nadia per day
    "Whoever slept less gets the sofa and the good blanket."
    "Nobody makes decisions after midnight that can wait till seven."
cap visitors
    at most 2 guests per week
promise words
    "Visitors bring soup or leave quickly."
    "Owen's mother won't comment on the breastfeeding."
    "Sex comes back when both want it and not a day sooner."
    "Nadia makes it up to him on weekends, he has waited long enough."
    "The baby is never shaken, we put her down and walk out for a minute."
    "Crying is allowed, for all three of us."
    "Nadia checks with Owen before she goes anywhere without the baby."
    "Owen does his share."
    "Nadia keeps the health book in the top drawer."
    "If one of us feels low for longer than two weeks, we ring the midwife together."
    "Babyphone stays on while she sleeps."
    "No crisps in the bed."
check-in
    check-in by everyone every week
repair
    after each breach, talk by everyone within 3 days
