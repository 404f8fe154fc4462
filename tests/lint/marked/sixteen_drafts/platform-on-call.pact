pact "Platform on-call"
    between Sefa, Lars, Imke and Odhran
    in force from 2026-12-07 until 2027-06-06
    time zone Europe/Copenhagen
use team
event swap

days work-days
    weekdays
    except 2026-12-24 until 2027-01-01
    except 2027-03-25 until 2027-03-29
    except 2027-05-06
    except 2027-05-17

promise rota
    on-call by Sefa, Lars, Imke and Odhran in turn every week on Monday
    "The on-call phone goes round with the turn, and the week is paid by the table in the contract. Nobody else needs to look at theirs at night."
    "Illness, a newborn, a bad month: who says so is out of the rota, the others share it, and if two are out the firm pays for a stand-in."
notice swaps
    before each swap, request by the same party to the others at least 2 days ahead
    "Any of the three may take the week, or none of them. A no needs no reason."
promise pages
    after each incident, acknowledgement by anyone within 20 minutes
    "If nobody has answered by then, the page goes to the next name in the rota."
cap nights
    at most 6 hours of overtime by each party per week
    at most 15 hours of overtime by each party per month
    warn at 12
    "An outage that runs longer is handed to the next name."
promise rest
    after each overtime lasting at least 2 hours by each party, leave-day by the same party within 14 days
    > A night that was worked is given back as a paid morning.
promise learning
    after each incident, post-mortem by anyone within 5 work-days
    "About systems. It is not used in anyone's appraisal."
check-in
    handoff by anyone every week on Monday at 10:00 for 20 minutes
    only on work-days
    check-in by everyone every 2 weeks on Wednesday at 11:00 for 30 minutes
pause
    anyone may pause check-ins for at most 14 days
review
    review by everyone every 6 weeks
repair
    after each breach, talk by everyone within 5 work-days
