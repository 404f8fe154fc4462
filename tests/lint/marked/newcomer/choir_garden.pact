pact "The choir garden"
    between Ottilie, Franz, Bert and Hatice
    in force from 2026-03-01 until 2026-11-30
    time zone Europe/Berlin
    signed by Ottilie on 2026-02-10
    signed by Franz on 2026-02-11
    signed by Bert on 2026-02-11
    signed by Hatice on 2026-02-15
event watering
event meeting
event spraying
promise water
    watering by each party every 2 weeks
promise meet
    meeting by everyone every month on the first Saturday
boundary poison
    no spraying
repair
    after each breach, meeting by anyone within 14 days
promise soil
    "Late beans, early peas."
    "Snails are carried, not killed; whoever cannot bring themselves to it asks Bert."
    "Nobody has to come when it rains."
    "The key to the shed hangs where we all know it hangs."
