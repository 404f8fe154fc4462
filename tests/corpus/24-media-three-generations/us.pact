pact "Screens in three generations"
    between Teresa, Nuria and Kofi
    in force from 2026-03-02 until 2027-02-18
    time zone Europe/London
    currency GBP
    signed by Teresa on 2026-02-28
    signed by Nuria on 2026-02-28
    signed by Kofi on 2026-02-28

use household

person abena "Abena, who is 7"
person marta "Aunt Marta" tagged family
person eli "Cousin Eli" tagged family

# What Abena watches, alone or with somebody; no video calls with family.
event watching
    plural watching
    fields sick
event sick-day
event minding
    plural minding
event minutes-written
    plural minutes-written
event drive
    fields screen, films
event phone-use
    plural phone-use
    fields hospital-call, grandma-call
event outing
event tv
    plural tv
    fields spain
event face-photo
    with person
event voice-assistant
event tip-checked
    plural tips-checked
event tip-acted-on
    plural tips-acted-on
event online-payment
    amount in GBP
event telling
    plural tellings
event rules-meeting

cap screens
    at most 30 minutes of watching without sick on weekdays per day
    at most 1 hour of watching without sick on weekends per day
    > Video calls with family are free. It is the same when Teresa minds her.

promise fridge-list
    after each minding by Teresa, minutes-written by Teresa by 18:00 the same day
    > What Abena watched, in minutes, on the fridge list.

boundary car
    no drive lasting less than 1 hour where screen is yes
    no drive where films is more than 1

boundary phones
    no phone-use without hospital-call without grandma-call between 17:30 and 19:45 by Nuria or Kofi
    > Until Abena's bedtime.

promise marbles
    after 10 breaches of phones in any 10 years, outing by everyone on Saturday within 2 weeks
    > Each slip is a marble in Abena's glass.
    "Abena picks the outing."

boundary tv
    no tv without spain by Teresa between 18:15 and 19:00
    > Dinner. Spain is the national team, live.

boundary photos
    no face-photo by Teresa at "group chat"
    no face-photo by Teresa unless with anyone tagged family
    at most 3 face-photos by Teresa per week
    > Photos of Abena with her face in it.

boundary voice-assistants
    no voice-assistant at bedroom

promise tips
    before each tip-acted-on by Teresa, tip-checked by Teresa to Nuria
    > She takes, buys or stops something because of a forwarded health tip.

notice big-payments
    before each online-payment where amount is more than 50 by Teresa, telling by Teresa to Nuria or Kofi
    before each online-payment where amount is more than 50 by Nuria, telling by Nuria to Teresa or Kofi
    before each online-payment where amount is more than 50 by Kofi, telling by Kofi to Teresa or Nuria
    > Or a card number that is typed in.

cap sick-days
    at most 2 hours of watching per day
    before each watching where sick is yes, sick-day by Nuria or Kofi starting between 05:00 and 12:00 within the last 15 hours

promise no-prize
    "Screens are no prize and no threat."

promise with-her
    "We sit with her when she watches, and we enjoy it."

review
    rules-meeting by everyone on 2027-02-04 give or take 14 days
    > New rules when she turns 8 on 19 February.
