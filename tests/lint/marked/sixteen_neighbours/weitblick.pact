pact "House Weitblick, house rules"
    between Kerstin, Arne, Bea and Cem
    in force from 2026-08-01
    time zone Europe/Berlin
    week starts Monday

use household
use relationships

event breath-test
event morning-round
event night-out
    plural nights-out
event group

promise mornings
    morning-round by everyone every day by 08:30
    "You may pass. Say pass, and that was your turn."

promise sober
    breath-test by Arne and Bea and Cem every week on Sunday
    "A slip is told in the next round, by the person, in their own words. We thank them for saying it."
    "Whoever comes home drunk is not left alone that night: someone sits up, and there is soup."
    "After the third slip the room is gone."
    "A doctor hears about every medicine that is new."

promise medicine
    "Kerstin keeps everyone's medicine in the office and hands it out at eight and at eight."
    "Cem's insulin is his own and stays with him."

boundary first-weeks
    "In the first six weeks there is no contact to anyone from before, family included."
    "After that, visitors come on Sundays between two and six, and may be taken for a walk."
    before each night-out by Arne or Bea or Cem, consent by Kerstin within the last 48 hours

boundary phones
    "After a slip, Kerstin goes through the phone with the person, from top to bottom."
    "Phones are off during the round, Kerstin's too."

promise group
    group by everyone every week on Tuesday at 19:00
    "What is said in the group stays in it. Your sponsor, your doctor, your lawyer and the police are always all right."
    "Nobody has to tell what they were like before."

promise house
    cooking by Arne, Bea, Cem and Kerstin in turn every day
    cleaning by everyone every week
    "Two people wash up, never one. It goes quicker and one hears things."

promise leaving
    "Who wants to go, goes. Kerstin calls someone they name, if they want that."
    "Who leaves against advice loses the deposit."
