pact "Stefan and Daniel"
    between Stefan and Daniel
    in force from 2026-03-02
    time zone Europe/Berlin
    signed by Stefan on 2026-02-27
    signed by Daniel on 2026-02-27

use relationships

person mum "Daniel's mother"

# Leaving for a trip. `open yes` if we go open on it.
event trip
    fields km, nights, open
event home-again
    plural home-again
event are-we-good
    plural are-we-good
# The one at home takes the yes back, by message; and the message is read.
event stop-message
event stop-read
event number-swap
# The other person wrote first.
event wrote-first
    plural wrote-first
    with person
event block
    with person
event shared-bed
event unprotected
    plural unprotected

term open-trip means trip where open is yes

state stefan-away
    starts with trip by Stefan
    ends with home-again by Stefan

state daniel-away
    starts with trip by Daniel
    ends with home-again by Daniel

state stefan-open
    starts with open-trip by Stefan
    ends with home-again by Stefan

state daniel-open
    starts with open-trip by Daniel
    ends with home-again by Daniel

state daniels-yes
    starts with consent tagged trip by Daniel
    ends with home-again by Stefan
    ends with stop-message by Daniel

state stefans-yes
    starts with consent tagged trip by Stefan
    ends with home-again by Daniel
    ends with stop-message by Stefan

state daniels-stop-unread
    starts with stop-message by Daniel while daniels-yes
    ends with stop-read by Stefan
    lasts at most 2 hours

state stefans-stop-unread
    starts with stop-message by Stefan while stefans-yes
    ends with stop-read by Daniel
    lasts at most 2 hours

state someone-there for each party
    starts with encounter
    ends with disclosure

state mothers-week
    starts with visit with mum
    lasts at most 6 days

state too-soon
    starts with risk-change
    lasts at most 27 days

term yes-from-daniel means consent tagged again by Daniel not while stefan-away
term yes-from-stefan means consent tagged again by Stefan not while daniel-away
term late-clear-test means test where result is clear not while too-soon

boundary home
    no open-trip where nights is less than 1
    no open-trip where km is at most 150
    no encounter by Stefan unless stefan-open
    no encounter by Daniel unless daniel-open

consent are-we-good
    before each open-trip by each party, are-we-good by the same party to the others
    no encounter by Stefan
    except while daniels-yes
    except while daniels-stop-unread
    no encounter by Daniel
    except while stefans-yes
    except while stefans-stop-unread

consent nobody-twice
    before each encounter not with someone new by Stefan with each person, yes-from-daniel with the same person
    before each encounter not with someone new by Daniel with each person, yes-from-stefan with the same person
    > One entry for each person and trip.

boundary no-numbers
    no number-swap
    after each wrote-first by each party with each person, block by the same party with the same person within 24 hours

disclosure back-home
    after each home-again while someone-there by each party, disclosure by the same party to the others within 48 hours
    never covering who

disclosure risk
    after each risk-change by each party, no shared-bed until message tagged risk by the same party to the others
    > A missed protection, a positive test, a partner's warning.

testing clear
    after each risk-change, no unprotected until late-clear-test by everyone
    > At least 28 days after it.

promise good-night
    after each trip by each party, call by the same party to the others starting between 20:00 and 00:00 by 23:59 the same day
    call by Stefan starting between 20:00 and 00:00 every day
    only while stefan-away
    call by Daniel starting between 20:00 and 00:00 every day
    only while daniel-away

boundary closed-times
    no open-trip
    only between 1 June and 30 June
    no open-trip while mothers-week

boundary closed-after
    after each breach of home, no encounter for 6 months

promise fair
    "Neither uses this to get back at the other."

review
    review by everyone lasting at least 30 minutes every year on 1 January
    > On New Year's Day, with tea.
