pact "Only because I care"
    between June and Ari
    time zone Europe/Athens
use relationships
disclosure home
    after each date-night, disclosure by Ari to June within 1 day
    covering feelings
promise care
    "It would calm June to see the little blue dot move home at night."
    "Ari lets June help with the inbox, so that nothing unpleasant slips in."
    "We do not need other people for our problems, we have each other."
    "Yoga on Thursdays did not do Ari good and is over."
    "Ari checks with June before saying yes to a birthday."
    "A quick hello at nine, eleven, one, three and five is all June asks."
    "June looks after both salaries; Ari has never been good with that."
    "No sad face on our evenings."
    "Whoever goes to sleep at her sister's need not come back on Monday."
    "Ari should be a bit more like in the first year."
    "You will see what becomes of us if you close that door."
