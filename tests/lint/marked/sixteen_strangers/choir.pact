pact "Kammerchor St. Anna, the committee"
    between Gudrun, Hartmut, Lilo and Veit
    in force from 2026-09-01 until 2027-07-31
    time zone Europe/Berlin

use household

event rehearsal
event concert

days singing-break
    2026-12-21 until 2027-01-08
    every year on 1 May

promise tuesdays
    rehearsal by everyone every week on Tuesday at 19:30 for 2 hours
    except on singing-break
    "Who is hoarse comes and listens, or stays in bed. Both are fine."

promise key
    chore by Gudrun, Lilo and Veit in turn every month
    > The key to the parish hall. Hartmut has no car and lives in Bergen.

notice concert
    before each concert, vote by at least 3 of us at least 60 days ahead
    at least 21 days between concerts

promise scores
    settlement by Veit every year by 31 January
    "Copies are paid for, we do not steal from composers."
    "Those who do not sing in tune will be spoken to."

promise spring
    at least 3 concerts per quarter
    only between 1 April and 30 June

promise pub
    "Afterwards to the Löwen, whoever likes. Nobody has to drink."
