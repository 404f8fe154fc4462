pact "Two theses"
    between Lucía and Henrik
    in force from 2026-03-02 until 2026-09-30
    time zone Europe/Madrid
    signed by Lucía on 2026-02-27
    signed by Henrik on 2026-02-27

use household

event writing
    fields words
event skip-day
event teaching-week
event calendar-entry
    plural calendar-entries
event letter
event coffee
event chapter
    fields pages
event comment
    fields good-first
event read-request
    fields pages
event read
event handing-in

days workdays
    weekdays

term full-day means writing where words is at least 400

state lucía-teaching
    starts with teaching-week by Lucía
    lasts at most 6 days

state henrik-teaching
    starts with teaching-week by Henrik
    lasts at most 6 days

state lucía-done
    starts with handing-in by Lucía

state henrik-done
    starts with handing-in by Henrik

promise pages-lucía
    at least 5 days of full-day or skip-day by Lucía per week
    except while lucía-teaching
    except while lucía-done

promise pages-henrik
    at least 5 days of full-day or skip-day by Henrik per week
    except while henrik-teaching
    except while henrik-done
    > A day's words are one entry, of what is in the shared folder by 23:59. Words over 400 don't carry over.

repair meeting
    after 3 breaches of pages-lucía in any 15 days, letter by Henrik within 7 days
    after 3 breaches of pages-henrik in any 15 days, letter by Lucía within 7 days
    > To the other's supervisor's assistant, to book a meeting. We both agree to this now.
    "Either can take it back for themselves, but not during a week already failed."

promise teaching
    at least 3 days of full-day or skip-day by Lucía per week
    except while lucía-done
    at least 3 days of full-day or skip-day by Henrik per week
    except while henrik-done
    before each teaching-week by each party, calendar-entry by the same party
    > More than 12 hours. Entered for the Monday at 00:00.

promise morning
    call lasting at least 5 minutes by anyone every day at 08:50 give or take 5 minutes
    only on workdays
    no call lasting more than 10 minutes on workdays
    "Lucía calls on odd dates, Henrik on even ones."

promise chapters
    chapter by each party every 2 weeks on Friday
    no chapter where pages is more than 10
    after each chapter by each party, comment by the others within 4 days
    no comment without good-first
    > The first comment in the file says one thing that works.

cap skips
    at most 6 skip-days by each party per year
    no skip-day starting between 12:00 and 00:00
    > Entered when it is called; no reason is asked.

promise fair
    "We don't compare pages."

promise fond
    "We want to still like our subject at the end."

promise last-read
    after each read-request by each party, read by the others within 14 days
    at most 1 read-request by each party per year
    no read-request where pages is more than 60
