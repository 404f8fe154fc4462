pact "The flat"
    between Sam, Priya and Leo
use household
notice sleepovers
    before each overnight-guest, notice by the same party to the others at least 24 hours ahead
promise talk
    house-meeting by everyone every month on the first Sunday at 18:00
promise house
    "No loud music late at night."
    "Dishes are washed soon after cooking."
    "The login of the electricity account hangs on the fridge for all three."
    "Whoever leaves a mess in the sink owes ten euros."
    "The late bus is fine, just come in by the back door."
    "Everyone is supposed to know by now how the bins work."
    "We keep the heating at a reasonable temperature."
    "Rubbish goes out by Sunday midnight."
