pact "The platform team"
    between Oksana, Ben, Ritu, Kwame and Lotte
    in force from 2026-03-04
    time zone Europe/Berlin
    signed by Oksana on 2026-03-02
    signed by Ben on 2026-03-02
    signed by Ritu on 2026-03-02
    signed by Kwame on 2026-03-02
    signed by Lotte on 2026-03-02

use team

# A page is by whom it reaches.
event deploy
    fields security
event page
event off-call
    plural off-calls
event work
event merge
event payment
    amount in EUR
event joining
event approval

days holidays
    2026-04-03
    2026-04-06
    2026-05-01

days working-days
    weekdays
    except holidays

days eves
    the day before holidays

hours working-time
    on working-days

state short-night for each party
    starts with page between 00:00 and 05:00
    lasts at most 12 hours

promise rota
    on-call by Ben, Ritu, Kwame, Lotte and Oksana in turn every week on Wednesday at 10:00

promise handover
    handoff by Oksana, Ben, Ritu, Kwame and Lotte in turn every week on Wednesday at 10:00
    after each handoff by each party, acknowledgement by each who was addressed by 11:00 the same day
    after each handoff, no off-call by the same party until acknowledgement

promise pages
    after each page by Ben or Ritu or Kwame or Lotte starting between 08:00 and 22:00, acknowledgement by the same party within 15 minutes
    after each page by Ben or Ritu or Kwame or Lotte starting between 22:00 and 08:00, acknowledgement by the same party within 30 minutes

promise her-pages
    after each page by Oksana starting between 08:00 and 22:00, acknowledgement by Oksana within 15 minutes
    after each page by Oksana starting between 22:00 and 08:00, acknowledgement by Oksana within 30 minutes

promise next
    after each breach of pages, acknowledgement by Oksana within 15 minutes
    after each breach of her-pages, acknowledgement by Ben within 15 minutes

boundary late-start
    no work starting between 05:00 and 11:00 by each party while short-night
    > You must not, not only may.

cap two-weeks
    at least 1 day between on-calls by each party unless offer by the same party within the last 2 weeks

promise written
    after each incident lasting more than 20 minutes by each party, post-mortem by the same party within 5 working-days
    > An outage is by whoever was on call.
    "The review names systems and steps, not people to blame."

boundary releases
    no deploy without security on Friday starting between 12:00 and 00:00
    no deploy without security on eves
    before each deploy where security is yes by each party on Friday starting between 12:00 and 00:00, approval by at least 2 of the others
    before each deploy where security is yes by each party on eves, approval by at least 2 of the others

consent changes
    before each merge by each party, code-review by at least 1 of the others

promise requests
    after each request tagged review by each party, reply by at least 1 of the others within 24 working-time
    > The hours of working days alone count, so that is the same time on the next one.

promise money
    payment tagged on-call by Oksana every month on the last day
    "150 a week, plus 40 for each night page."

review
    after each joining, review by everyone within 2 weeks
    after each leave, review by everyone within 2 weeks
