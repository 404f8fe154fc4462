pact "Carla, Mateus, Bia and Rui"
    between Carla, Mateus, Bia and Rui
    in force from 2026-03-02
    time zone Europe/Lisbon
    signed by Carla on 2026-02-28
    signed by Mateus on 2026-02-28
    signed by Bia on 2026-02-28
    signed by Rui on 2026-02-28

use household

# A phone that is not in the basket, or in the hall.
event phone-out
    plural phones-out
event extra-screen
    plural extra-screen
    fields minutes
# Said before starting; and it is done.
event homework
    plural homework
event homework-done
    plural homework-done
event saved
    plural saved
    amount in MIN
event new-app
event app-question
event app-answer
    fields yes
event message-reading
    plural message-reading
    fields bia-there
event reason
event picture-post
# Somebody takes a yes to a picture back, to whom it is who posted it.
event down-again
    plural down-again
event take-down
    plural take-downs
event exception
event council
event rule-change

days school-days
    weekdays
    except 2026-03-30 until 2026-04-10

hours ruis-night
    on Sunday through Thursday between 20:00 and 06:30
    on Friday and Saturday between 21:00 and 06:30

hours bias-night
    on Sunday through Thursday between 21:30 and 06:30
    on Friday and Saturday between 22:30 and 06:30

hours our-night
    on Sunday through Thursday between 23:00 and 06:30
    on Saturday and Sunday between 00:00 and 06:30

hours ruis-early-night
    on Sunday through Thursday between 19:00 and 06:30
    on Friday and Saturday between 20:00 and 06:30

hours bias-early-night
    on Sunday through Thursday between 20:30 and 06:30
    on Friday and Saturday between 21:30 and 06:30

hours our-early-night
    on Sunday through Thursday between 22:00 and 06:30
    on Friday and Saturday between 23:00 and 06:30

state at-homework for each party
    starts with homework
    ends with homework-done

state rui-may
    starts with exception to Rui
    lasts at most 24 hours

state bia-may
    starts with exception to Bia
    lasts at most 24 hours

boundary table
    no phone-out at table
    > Breakfast and dinner, and that means Papa's work phone as well.

promise extra
    after each phone-out at table tagged dinner by Carla or Mateus, extra-screen where minutes is at least 20 by the same party to Bia and Rui by 23:59 the same day

boundary night-rui
    no phone-out during ruis-night by Rui
    except while rui-may

boundary night-bia
    no phone-out during bias-night by Bia
    except while bia-may

boundary night-parents
    no phone-out during our-night by Carla or Mateus

cap play
    at most 1 hour of screen-time by Rui per day unless at-homework
    only on school-days
    except while rui-may
    at most 90 minutes of screen-time by Bia per day unless at-homework
    only on school-days
    except while bia-may

cap saved
    at most 60 MIN of saved by each party per week

consent new-apps
    before each new-app by Bia or Rui, app-question by the same party
    after each app-question, app-answer by each who was addressed within 2 days
    after each app-answer without yes, no app-question to the others by each who was addressed for 7 days

boundary messages
    before each message-reading without bia-there by Carla or Mateus, reason by the same party to Bia

consent pictures
    before each picture-post tagged bia, consent tagged picture by Bia
    before each picture-post tagged rui, consent tagged picture by Rui
    before each picture-post tagged carla, consent tagged picture by Carla
    before each picture-post tagged mateus, consent tagged picture by Mateus
    after each down-again, take-down by each who was addressed within 24 hours

promise early
    after each breach of night-rui, no phone-out during ruis-early-night by Rui for 3 days
    except while rui-may
    after each breach of night-bia, no phone-out during bias-early-night by Bia for 3 days
    except while bia-may
    after each breach of night-parents, no phone-out during our-early-night by the same party for 3 days

promise exceptions
    after each exception by Carla, message by Carla to Mateus by 23:59 the same day
    after each exception by Mateus, message by Mateus to Carla by 23:59 the same day

promise look-up
    "We look up when someone talks to us."

check-in council
    council by everyone every month on the first Sunday

consent rules
    before each rule-change, vote tagged yes by at least 3 of us
    > Kids have a vote each, parents too, and a tie means it stays as it was.
