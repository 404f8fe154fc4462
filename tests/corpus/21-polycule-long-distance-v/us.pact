pact "Zofia, Malik and Per"
    between Zofia, Malik and Per
    in force from 2025-05-01
    time zone Europe/Warsaw
    signed by Zofia on 2025-04-27
    signed by Malik on 2025-04-28
    signed by Per on 2025-04-28

use relationships

# Entered for when Zofia comes, with how many nights she stays.
event stay
    fields nights
event going-home
    plural going-home
# Entered when the trip is over.
event travel-cost
    amount in EUR
event travel-share
    amount in EUR
# Tagged with the quarter it is for.
event visit-plan
# Illness, death, accident: `emergency yes`.
event phone-call
    fields emergency
event need-you
    plural need-you
event room-request
event left-the-room
    plural left-the-room
# Plans made with one are dropped for the other.
event dropped-plan
# Entered for the day on which the visit would have begun.
event moved-visit
event night
    with person
event planning-message
event quarter-call
event slow
    plural slow
event ending
event ending-told
    plural ending-told
event new-city
    plural new-cities

state with-malik
    starts with stay at Berlin by Zofia
    ends with going-home by Zofia

state with-per
    starts with stay at Oslo by Zofia
    ends with going-home by Zofia

state zofia-was-last
    starts with slow by Zofia
    ends with slow by Malik or Per

state malik-was-last
    starts with slow by Malik
    ends with slow by Zofia or Per

state per-was-last
    starts with slow by Per
    ends with slow by Zofia or Malik

promise visits
    at least 1 stay at Berlin where nights is at least 2 by Zofia per month
    at least 1 stay at Oslo where nights is at least 4 by Zofia per month
    only in odd months

promise travel
    after each travel-cost at Berlin by Zofia, travel-share of half its amount at Berlin by Malik and Zofia within 10 days
    after each travel-cost at Oslo by Zofia, travel-share of 70 percent of its amount at Oslo by Per within 10 days
    after each travel-cost at Oslo by Zofia, travel-share of 30 percent of its amount at Oslo by Zofia within 10 days

promise dates
    visit-plan tagged second by everyone every year by 10 March
    visit-plan tagged third by everyone every year by 10 June
    visit-plan tagged fourth by everyone every year by 10 September
    visit-plan tagged first by everyone every year by 10 December

promise the-other
    message by Zofia to Per every day
    only while with-malik
    at most 1 message by Zofia to Per per day
    only while with-malik
    no phone-call without emergency by Zofia to Per while with-malik
    message by Zofia to Malik every day
    only while with-per
    at most 1 message by Zofia to Malik per day
    only while with-per
    no phone-call without emergency by Zofia to Malik while with-per

promise need-you
    after each need-you by Malik or Per to Zofia, reply by Zofia to the same party within 4 hours
    after each room-request by Zofia, left-the-room by each who was addressed within 15 minutes
    > For up to an hour.

boundary not-dropped
    no dropped-plan by Zofia
    after each moved-visit at Berlin by Zofia, stay at Berlin by Zofia within 30 days
    after each moved-visit at Oslo by Zofia, stay at Oslo by Zofia within 30 days

disclosure others
    after each night with someone new by each party, disclosure by the same party to the others within 5 days

testing
    before each stay at Berlin by Zofia, test by Zofia and Malik within the last 60 days unless message tagged how by Zofia and Malik within the last 14 days
    before each stay at Oslo by Zofia, test by Zofia and Per within the last 60 days unless message tagged how by Zofia and Per within the last 14 days

boundary thread
    no planning-message by Malik or Per unless to Zofia
    > About arranging Zofia's time. Malik and Per can write to each other freely.

check-in quarter-call
    quarter-call by everyone every month on the first Sunday at 19:00 give or take 15 minutes
    only between 1 January and 31 January
    quarter-call by everyone every month on the first Sunday at 19:00 give or take 15 minutes
    only between 1 April and 30 April
    quarter-call by everyone every month on the first Sunday at 19:00 give or take 15 minutes
    only between 1 July and 31 July
    quarter-call by everyone every month on the first Sunday at 19:00 give or take 15 minutes
    only between 1 October and 31 October
    no quarter-call lasting more than 1 hour

boundary slow
    after each slow, no night with someone new for 21 days
    at most 1 slow by each party per year
    no slow by Zofia while zofia-was-last
    no slow by Malik while malik-was-last
    no slow by Per while per-was-last

promise no-spare
    "No one is the spare."

promise endings
    after each ending, ending-told by the same party to the others within 1 day

review
    after each new-city, review by everyone within 30 days
    review by everyone by 2027-05-01
