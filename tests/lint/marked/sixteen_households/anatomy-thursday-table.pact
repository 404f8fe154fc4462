pact "Anatomy, Thursday table"
    between Aylin, Bram, Chidi and Vera
    in force from 2026-10-12 until 2027-02-19
    time zone Europe/Brussels
    signed by Aylin on 2026-10-08
    signed by Bram on 2026-10-08
    signed by Chidi on 2026-10-08
    signed by Vera on 2026-10-08

use team

event session
    fields topic

event summary
    plural summaries

event mock-exam

days break
    2026-12-21 until 2027-01-03

check-in sessions
    session by everyone every week on Thursday at 17:00 for 2 hours
    except on break

promise summaries
    summary by Aylin, Bram, Chidi and Vera in turn every week on Tuesday
    except on break
    grace 1 day
    > Two pages, so that everybody has read it by Thursday.

notice
    before each absence, notice by the same party to the others at least 3 hours ahead
    "Exams, illness and families come first. No excuse is needed, only a line in the chat."

promise exams
    mock-exam by everyone on 2027-01-16 at 10:00 for 3 hours
    mock-exam by everyone on 2027-01-30 at 10:00 for 3 hours

cap fairness
    at most 2 absences per month by each party
    if we can

promise table
    "There are no stupid questions about the brachial plexus."
    "We quiz each other hard and laugh about it. Anyone says stop, we stop."
    "Our summaries are for the four of us. Whoever wants to pass one on asks its author."
    "Nobody cheats, nobody shares photos of exams."
    "Phones in the basket except Chidi's, because of the baby."
    "Snacks: the one who wrote the summary is let off, the other three bring something."

repair
    after each breach of summaries, talk by everyone within 3 days
    "That talk is to ask what would help, not to count."

review
    review by everyone on 2026-11-19
    review by everyone on 2027-02-18
    "Anyone can leave the group at any time and keeps all summaries up to then."
