pact "Harbour House, second floor"
    between Des, Marlon, Yusuf and Pete
    in force from 2026-09-07
    time zone Europe/London

use household

event group-meeting
event relapse
event breath-test
event using

boundary dry
    no using at home
    "No drink or gear in the building. Mouthwash with alcohol counts, sorry."

promise meetings
    at least 3 group-meetings by each party per week
    "Any fellowship, any room, online is fine."

promise testing
    breath-test by each party every day at 21:00
    > We all blow, staff too, it is how the house is funded and we knew it when we came.

repair slip
    after each relapse, talk by everyone within 24 hours
    after each relapse, no guest by the same party for 14 days
    "If you slip, you tell someone. You will not be thrown out that night."

check-in
    check-in by everyone every week on Sunday at 18:00
    "What's said in the room stays in the room."

boundary visitors
    no guest starting between 21:00 and 09:00
    "Kids are welcome any day until tea."

promise meds
    "Marlon holds everyone's tablets and gives them out when chores are done."
    "Anyone can ring their sponsor or a doctor, any hour, no questions."
