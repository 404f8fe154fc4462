pact "Plot 17"
    between Maureen, Sanjay and Bev
    in force from 2026-03-01
    time zone Europe/London

use household

event watering
event digging
event spraying
event bonfire

promise water
    watering by Maureen, Sanjay and Bev in turn every 2 days
    only between 1 May and 30 September
    except on Wednesday
    > Wednesday the site hose is off.

boundary sprays
    no spraying
    no spraying between 06:00 and 20:00
    "Slugs are picked by hand, at dusk, with a torch and a bit of patience."

boundary smoke
    no bonfire on weekends
    only between 1 April and 30 September

promise crops
    "Share the veg evenly, but nobody wants Sanjay's marrows, so he may have all of them."
    "Heavy jobs get done by whoever is fit."

promise spade
    at least 2 digging by each party per month
    only between 1 October and 31 March
    if we can

promise fees
    payment by Sanjay every year by 31 January
    settlement by Maureen and Bev every year by 28 February
    "Committee inspects in June; let's not be embarrassed."
