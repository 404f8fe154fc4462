pact "The blue Kangoo"
    between Okafor, Lindqvist and Bauer
    in force from 2026-06-01
    time zone Europe/Stockholm
    currency SEK
    signed by Okafor on 2026-05-20
    signed by Lindqvist on 2026-05-21
    signed by Bauer on 2026-05-24

use household

event drive
event booking
event refuel
    amount in SEK
event wash

term long-drive means drive lasting more than 8 hours

notice booking
    before each drive by each party, booking by the same party at least 12 hours ahead
    "Spontaneous is fine, if nobody has it and you ring the others first."

cap bookings
    at most 1 drive per day by each party
    at most 8 drives per week by each party

boundary tuesday
    no drive by Okafor or Lindqvist on Tuesday between 15:00 and 18:00
    > The children of the Bauers have swimming, and there is no bus.

promise fuel
    "Nobody brings it back with less than a quarter of a tank."
    "Who drives more pays more."
    at least 1 refuel per month
    settlement by everyone every month by day 7

promise papers
    "Insurance: Länsförsäkringar, contract no. ________"
    "The papers are in the glove compartment and stay there. The second key hangs at Lindqvist's, the third at Okafor's."
    "A parking ticket is paid by whoever parked."
    "Who has the accident pays the excess, whoever's fault it was."
    "A scratch that someone else finds first costs 500 crowns."

promise driving
    "Nobody drives it after drinking, not even to move it over the road."
    "Learner drivers only with one of us next to them."
    "Dogs travel in the back, on the blanket, and the blanket is washed every now and then."

review
    review by everyone on 2026-11-15

promise ending
    "Who wants out says so three months ahead and is paid a third of what the car is worth then."
