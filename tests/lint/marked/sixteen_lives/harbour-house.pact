pact "Harbour House"
    between Dee, Frank, Marlon and Stella
    in force from 2026-11-15
    time zone America/New_York
use household

promise house
    house-meeting by everyone every week on Monday at 19:00
    at least 2 chores by each party per week
boundary quiet
    no noise between 22:00 and 06:00
    no guest between 21:00 and 09:00
promise sober
    "No alcohol and no drugs in the house, mouthwash included."
    "A slip is told to somebody that same day; it costs nobody their bed."
    "Slip twice and you are out on the street."
    "Your sponsor's number is on your door, for the night when you need it."
    "For the first thirty days there's no seeing your old friends."
    "What is said in group is not repeated outside, not even to your doctor."
    "What is said in group stays in group; what you say about yourself is yours to tell anyone."
    "Frank looks after everyone's medicine and gives it out as he sees fit."
    "Stella drives to meetings on Wednesdays, four seats."
    "Nobody goes out after nine without asking Frank."
    "The front door locks at eleven, everybody has a key."
    "We look in on each other often."
repair
    after each breach, talk by everyone within 2 days
review
    review by everyone every month
