pact "How it is from now on"
    between Greta and Paul
    time zone Europe/Berlin
use household
promise money
    expense by Greta every week
    "Greta's pay goes to Paul's account, and she gets what she needs for the week."
    "Before buying anything above twenty euros, Greta asks."
promise home
    "Paul drives her to work and picks her up, so no need for the others from the office afterwards."
    "Her sister brings nothing but trouble, so we do without her."
    "What happens between us stays in these four walls, no counsellors."
    "A photo from wherever she is, every hour, so that Paul can sleep."
    "She does not go out after work unless it was talked over with him."
    "Greta gives up the second phone, or shows what is on it."
    "Paul may spend what he earns as he likes, Greta not."
    "Greta smiles when his friends come. She is to be happy about it."
