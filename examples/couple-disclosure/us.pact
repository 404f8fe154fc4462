# Written over two evenings in February, at the kitchen table.
# We read it aloud to each other before we signed.

pact "Lena and Tomas"
    between Lena and Tomas
    in force from 2026-03-02 until 2027-03-01
    time zone Europe/Vienna
    signed by Lena on 2026-02-27
    signed by Tomas on 2026-02-28

use relationships

person ruth "Ruth, from the choir" known since 2025-11-20

notice heads-up
    before each encounter, notice by the same party to the others at least 24 hours ahead
    before each encounter with someone new, notice by the same party to the others at least 3 days ahead
    > A name that is new needs a few days to settle.

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
    optionally feelings, plans
    remind 3 hours before
    > We can hear almost anything. We cannot hear it late.
    "Who tells is thanked first. Questions come after."

cap evenings "Evenings with others"
    at most 3 encounters per month by each party
    warn at 3

boundary home
    no encounter at home
    > The flat is where we both can be tired.

aftercare
    after each encounter, aftercare by everyone within 2 days
    "Ten minutes are enough. Phones in the other room."

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
    before the first encounter by each party with each person, test by the same party within the last 60 days

promise ours "Evenings of our own"
    at least 2 date-nights by Lena and Tomas per month
    "Whose turn it is to plan is on the fridge."

check-in
    check-in by everyone every week on Sunday at 18:00 for 1 hour
    "Each starts with one thing that was good this week."

pause breather
    anyone may pause encounters for at most 21 days
    > No reason is asked for.

review
    review by everyone every 8 weeks

matrix comfort for encounter
    activity     Lena    Tomas
    coffee       yes     yes
    dinner       yes     yes
    overnight    ask     ask
    travel       ?       no

repair
    after each breach of tell, debrief by everyone within 3 days
    after each breach of tell, encounters pause for 10 days
    after each debrief, check-in by everyone every 4 days for 4 weeks
    > Not a punishment: time to find out what made it hard to say.

example "an evening as we mean it"
    2026-04-02  test by Lena
    2026-04-03  result by Lena to Tomas
    2026-04-08 08:00  notice by Lena to Tomas
    2026-04-10 19:00 to 23:30  encounter by Lena with ruth at cafe, as e1
    2026-04-11 09:00  disclosure by Lena to Tomas about e1, covering who, when, protection
    2026-04-11 20:00  aftercare by Lena and Tomas about e1
        Tea and toast.
    expect kept

example "told on Monday what was on Friday"
    2026-04-02  test by Tomas
    2026-04-03  result by Tomas to Lena
    2026-04-08 08:00  notice by Tomas to Lena
    2026-04-10 19:00 to 23:30  encounter by Tomas with ruth at cafe, as e1
    2026-04-12 09:00  aftercare by Lena and Tomas about e1
    2026-04-13 09:00  disclosure by Tomas to Lena about e1, covering who, when, protection
    expect kept as of 2026-04-11 23:00
    expect broken tell

# The same evening with somebody we had never met: a day's notice is too short.
example "somebody new, said the day before"
    2026-04-02  test by Lena
    2026-04-03  result by Lena to Tomas
    2026-04-09 08:00  notice by Lena to Tomas
    2026-04-10 19:00 to 23:30  encounter by Lena with noor at cafe, as e1
    2026-04-11 09:00  disclosure by Lena to Tomas about e1, covering who, when, protection
    2026-04-11 20:00  aftercare by Lena and Tomas about e1
    expect broken heads-up.2
