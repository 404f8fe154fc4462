pact "Tove and Lin"
    between Tove and Lin
    in force from 2026-02-10 until 2026-12-31
    signed by Tove on 2026-02-01
    signed by Lin on 2026-02-03
use relationships

promise freedom
    "Either of us can end this at any time; no explanation is owed."
    "We do not check each other's phones."
    "Nobody reports where they are. Coming home later than planned is worth a message, that is all."
    "We keep our own friends, our own money and our own doctors."
    "No fines, no scores, no silent days."
promise reading
    date-night every month on the first Saturday
repair
    after each breach, debrief by everyone within 1 week
