# Written at the kitchen table, second evening.
pact "Lena and Marek, opening slowly"
    between Lena and Marek
    in force from 2026-12-07
    time zone Europe/Warsaw
    signed by Lena on 2026-11-28

use relationships

person ola tagged colleague

boundary work
    no encounter with anyone tagged colleague
    > Lena's office is four people. We both said it at once.

cap evenings
    at most 2 encounters per month by each party
    "Once we are used to it, we go out more."

boundary home
    before each encounter at home by Lena, any consent by Marek
    "The guest room is nobody's love nest and nobody's prison either."

disclosure tell
    after each encounter, disclosure by the same party to the others by 12:00 the next day
    covering who, when, protection
    Lena keeps feelings private
    > You may say: nothing more than that, please. That is an answer, too.

testing
    test by each party every 3 months
    after each test, result by the same party to the others within 2 days
    "The first test is before the first evening with anyone, and we go to the clinic together."

promise us
    at least 1 date-night by Lena and Marek per week
    "On our evening the phones stay in the hall."
    "After an evening out, the one who stayed at home is not sent to bed alone that night, the other makes it up to them in bed."
    "Each of us keeps our own bank account and our own friends."

pause breather
    anyone may pause encounters for at most 30 days
    > No reason is asked for.
    "Whoever has paused twice in a year has used it up."

review
    review by everyone every 2 months
