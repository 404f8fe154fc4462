pact "Brightside Studio - how we work"
    between Gavin, Nadia, Ollie and Tam
    in force from 2026-09-14
    time zone Europe/Dublin

use team

event reply-all
event apology-round

promise quick
    after each message by Gavin, reply by each who was addressed within 30 minutes
    after each message by Nadia or Ollie or Tam, reply by Gavin within 3 days

promise hours
    standup by everyone every day at 08:45
    "Cameras on. If you have a good reason, a still picture is fine."
    "We work when the client needs it, within reason."

cap leave
    at most 2 leave-days by each party per month
    before each leave-day by each party, notice by the same party to Gavin at least 21 days ahead
    "Sick is sick: text when you can, no note needed for the first three days."

repair mistakes
    after each incident, apology-round by the same party within 1 day
    "Whoever breaks the build buys the cake. Small cake. Nobody keeps count."

promise talk
    one-on-one by Gavin every month
    feedback by each party every month
    "What is said in a one-on-one stays there, unless somebody is in danger."

promise loyalty
    "Salaries are not discussed."
    "Anyone may go to HR or the union rep at any time and need not say why."
