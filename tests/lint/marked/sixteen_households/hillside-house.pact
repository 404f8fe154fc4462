# Hillside House. Every man reads this out loud before he gets a bed.

pact "Hillside House"
    between Walt, Denny, Marcus and Ola
    in force from 2026-09-15
    time zone America/Chicago
    week starts Sunday

use household

event drink
event house-test
    plural house-tests
event recovery-meeting
    plural recovery-meetings

boundary dry
    no drink
    > Not on the porch, not at Christmas, not just the one.

promise meetings
    at least 3 recovery-meetings per week by each party
    "Nobody here has to sit alone with a craving. Knock on any door, any hour."
    "Keep your own sponsor. We do not sponsor each other under this roof."

testing
    house-test by Denny and Marcus and Ola every 7 days

boundary curfew
    no arrival between 23:00 and 05:00
    "If a meeting or a shift runs long, text Walt before eleven and it is fine."

promise chores
    cleaning by Denny, Marcus, Ola and Walt in turn every week on Saturday
    rent by each party every week by Friday
    cooking by Denny, Marcus, Ola and Walt in turn every day

promise house-rules
    "A man who slips is out that same night, bags on the porch."
    "For the first thirty days Walt keeps your phone and your bank card."
    "What prescribed medicine a doctor gave you, you keep taking. No man here tells you to quit it."
    "Walt can go through any room at any time."
    "What is said in this house stays in this house, and that includes your counselor."
    "Respect."

promise each-other
    "We do not fight. If you want to hit something there is a bag in the garage."
    "Never let a man come home to a dark kitchen. Leave the light on."
    "If you owe a man money you pay it back within two weeks."
    "Forgive quick. We all lied to our mothers once."

check-in
    house-meeting by everyone every week on Sunday at 18:00 for 1 hour
    "Walt has the last word."
