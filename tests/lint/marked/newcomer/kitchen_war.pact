pact "Kitchen war, truce"
    between Denis, Ksenia and Olu
    time zone Europe/Riga
use household
promise stove
    cleaning by Ksenia every 3 days
promise floor
    cleaning by Denis every 14 days
promise truce
    "Denis is a pig and the stove shows it."
    "People who cannot wash a pan should not own one."
    "Touch my cheese again and your bike is on the street."
    "Next time the bin overflows, Denis loses the big room."
    "Olu always hums, and Olu never pays on time."
    "Anybody with half a brain sees that the sponge is for glasses."
    "Guests leave at a decent hour."
    "We do not read what hangs on the inside of a door."
    "Screaming is not nice. We knock first."
    "Half a fridge each, more or less."
