pact "Games, films and news"
    between Ingrid, Olav, Lars and Siri
    in force from 2026-03-02
    time zone Europe/Oslo
    signed by Ingrid on 2026-02-28
    signed by Olav on 2026-02-28
    signed by Lars on 2026-02-28
    signed by Siri on 2026-02-28

use household

event console
event turn
event outdoors
    plural outdoors
event news
    plural news
event laptop

event calendar-mark
event dishwasher-week
event game-buy
    amount in EUR
event buy-shown
event strange-message
event message-shown
event shorter-screen-time
event film-night
event film-choice
event film-veto
    plural film-vetoes
event adult-film
event warning
event turn-stopped
    plural turns-stopped
event controller-down

days school-holidays
    2026-03-30 until 2026-04-06

days school-days
    Monday through Thursday
    except school-holidays

days fridays
    Friday
    except school-holidays

days sundays
    Sunday
    except school-holidays

days odd-dates
    2026-03-07
    2026-03-13
    2026-03-15
    2026-03-21
    2026-03-27
    2026-03-29
    2026-03-31
    2026-04-01
    2026-04-03
    2026-04-05
    2026-04-11
    2026-04-17
    2026-04-19
    2026-04-25

hours console-off
    on school-days
    on fridays between 00:00 and 16:00
    on sundays between 19:00 and 00:00
    on school-holidays between 00:00 and 11:00
    on school-holidays between 19:00 and 00:00

hours twins-up
    on Sunday through Thursday between 05:00 and 21:30
    on Friday and Saturday between 05:00 and 22:30

term start-by-lars means turn by Lars tagged first not by Siri
term start-by-siri means turn by Siri tagged first not by Lars
term late-evening means laptop between 18:00 and 00:00 on weekdays

boundary console
    no console during console-off

cap turns
    no turn by fewer than 2 of us lasting more than 45 minutes
    no turn lasting more than 90 minutes
    "Lars and Siri take turns. If both play the same game together, it counts as one turn for each."

boundary who-starts
    no start-by-lars unless on odd-dates
    no start-by-siri on odd-dates

boundary breaks
    after 2 turns by each party in any 1 day, no turn by the same party until outdoors lasting at least 1 hour by the same party

boundary news
    no news by Olav at kitchen or "living room" between 17:00 and 20:00
    > Neither watched nor read. The weather is fine.

cap late-evenings
    at most 4 days of late-evening by Ingrid per month
    > On the other workdays the laptop is away by 18:00.

notice marked
    before each late-evening by Ingrid, calendar-mark by Ingrid starting between 00:00 and 12:00 within the last 18 hours
    > On the kitchen calendar. A late evening is entered from 18:00 on.

repair fifth
    after each breach of late-evenings, dishwasher-week by Ingrid within 13 days
    "The next week, and all the turns of both kids in it."

cap game-money
    at most 5 EUR of game-buy by each party per month
    > From pocket money.
    before each game-buy by each party, buy-shown by the same party to Ingrid or Olav

promise strangers
    after each strange-message, message-shown by each who was addressed to Ingrid or Olav by 23:59 the same day
    after each strange-message, no shorter-screen-time tagged stranger for 7 days
    > Nothing is taken away on that ground.

promise film-night
    film-night every Saturday at 19:30 give or take 15 minutes
    film-choice by Ingrid, Lars, Olav and Siri in turn every week on Saturday
    at most 1 film-veto by each party in any 2 months

boundary adult-films
    no adult-film during twins-up

promise shouting
    before each turn-stopped, warning by Ingrid or Olav within the last 90 minutes
    after each turn-stopped by Ingrid or Olav, controller-down by each who was addressed within 5 minutes
    > For shouting at a game.

promise interest
    "We are interested in what the others play and watch."
