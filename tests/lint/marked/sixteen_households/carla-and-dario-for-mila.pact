pact "Carla and Dario, for Mila"
    between Carla and Dario
    in force from 2026-08-31
    time zone Europe/Rome
    currency EUR
    signed by Carla on 2026-08-20

use coparents

days school-nights
    Sunday through Thursday
    except 2026-12-22 until 2027-01-05

promise weeks
    handover by Carla or Dario every 2 weeks on Friday at 18:00 give or take 30 minutes
    handover by Carla or Dario every 2 weeks on Sunday at 19:00 give or take 30 minutes
    "Mila sleeps at Dario's every Wednesday."
    "On school nights Mila sleeps at Carla's, always."

notice late
    "If you are late, you write before you are late, not after."

notice trips
    before each trip by Dario, notice by Dario to Carla at least 14 days ahead

disclosure ill
    after each illness, message by the same party to the others within 2 hours

disclosure school
    after each appointment, message by the same party to the others by 20:00 the same day

promise money
    settlement by Carla and Dario every month by day 5
    "School things, shoes and the dentist we halve."
    "Extras are shared fairly."
    "Dario pays the arrears within six months."

promise mila
    "We never shout at each other in front of Mila."
    "Mila tells Carla in the evening what went on at Dario's."
    "She may call the other one whenever she wants, and we leave the room."
    "Her rabbit travels with her. Nobody forgets the rabbit."
    "Haircuts and piercings are decided by Carla."

promise new-people
    "New partners are introduced at the right time."
    "Grandma Pina is at both houses as before."

promise summer
    "Each of us has two weeks in August. In odd years Carla chooses first, in even years Dario."
    decision by Carla and Dario every year by 31 March

boundary
    no late-arrival by Dario lasting more than 30 minutes

review
    review by everyone every 6 months
