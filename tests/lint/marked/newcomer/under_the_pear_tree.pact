pact "Under the pear tree"
    between Isolde and Bram
use relationships
promise vows
    "I will love you every day until the stars go out."
    "You will never see me leave."
    "I will never again go to bed angry."
    "Trust, above all."
    "Kindness and honesty."
    "We have no secrets, not one."
    "If you forget the pears, the cat will judge you."
    "In sickness I bring you soup and bad novels."
