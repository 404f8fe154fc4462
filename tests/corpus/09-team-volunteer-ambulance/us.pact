pact "The night crew"
    between Sigrid, Paolo, Nnamdi, Grace, Vera and Idris
    in force from 2026-03-01
    time zone Europe/Oslo
    signed by Sigrid on 2026-02-20
    signed by Paolo on 2026-02-20
    signed by Nnamdi on 2026-02-20
    signed by Grace on 2026-02-20
    signed by Vera on 2026-02-20
    signed by Idris on 2026-02-20

event shift
event rota
event stand-in
event message
# Signing in, with when one's last shift or paid work ended.
event work-end
event driving
event drink
event breath-test
    fields reading
# Holding one of the two leading places on a call.
event leading
event refresher
event kit-check
event missing-item
event order
event hard-call
event debrief
event picture
    fields hospital-request
event picture-sent
    plural pictures-sent
event deletion
event claim
    amount in EUR
event payment
    amount in EUR
event no-show
event vote

cap shifts
    at least 2 shifts by each party per month
    > From 19:00 to 07:00.
    no shift by fewer than 3 of us

promise rota
    rota by Sigrid every month by day 20
    except between 1 July and 31 August
    rota by Paolo every month by day 20
    only between 1 July and 31 August

notice stand-ins
    before each stand-in by each party, message tagged stand-in by the same party to Sigrid
    except between 1 July and 31 August
    before each stand-in by each party, message tagged stand-in by the same party to Paolo
    only between 1 July and 31 August
    "Say your blocked days by the 15th. After that you find your own stand-in."

boundary rest
    after each work-end by each party, no driving by the same party for 8 hours
    > Paid work counts.

boundary sober
    after each drink by each party, no shift by the same party for 12 hours
    before each shift by each party, breath-test where reading is at most 0 by the same party within the last 1 hour

boundary off-the-rota
    after each breath-test where reading is more than 0 by each party, no shift by the same party for 30 days
    > And goes home.

boundary leading
    before each leading by each party, refresher by the same party within the last 24 months

promise kit
    after each shift, kit-check by at least 2 of us within 1 hour
    > A shift ends with it, and two sign.
    after each missing-item, order by anyone within 24 hours

aftercare hard-calls
    after each hard-call, debrief by the same party within 72 hours
    > A death, a child hurt badly, or one of us asks for it.

promise discreet
    "What patients tell us we carry no further."

boundary pictures
    no picture without hospital-request
    after each picture-sent by each party, deletion by the same party within 1 hour

promise petrol
    after each claim by each party, payment by anyone to the same party within 10 days
    "0.25 per km, claimed by the end of the next month."

promise no-shows
    after each no-show by each party, shift tagged extra by the same party within 60 days
    after 2 no-shows by each party in any 365 days, vote by at least 4 of us within 14 days
