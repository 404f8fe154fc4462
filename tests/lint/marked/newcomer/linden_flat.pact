pact "Linden flat"
    between Yara, Tim and Oskar
    in force from 2026-03-01 until 2027-02-28
    time zone Europe/Zurich
    signed by Yara on 2026-02-20
    signed by Tim on 2026-02-21
    signed by Oskar on 2026-02-20

use household

promise clean
    cleaning by each party every 2 weeks
    cleaning by anyone every month on the last Sunday

notice guests
    before each overnight-guest, notice by the same party to the others at least 12 hours ahead

promise bills
    after each bill, settlement by everyone within 7 days
    "Nobody looks into anybody's post or purse."

promise talk
    house-meeting by everyone every month on day 3

repair
    after each breach, debrief by everyone within 7 days

promise fridge
    "Top shelf Yara, middle Tim, bottom Oskar; the butter is everybody's."
    "Whoever moves out gets the deposit back within four weeks, whatever the mood."
