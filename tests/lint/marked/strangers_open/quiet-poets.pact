pact "Small hours"
    between Wren and Ash
    in force from 2026-02-01 until 2026-12-01
    time zone Europe/London
    signed by Wren on 2026-01-20
    signed by Ash on 2026-01-21
use relationships

promise kindness
    "We are late people, and that is soon forgiven."
    "You are always welcome in my kitchen."
    "What was said at three in the morning does not count until breakfast."
    "We punish nobody and we fine nobody."
check-in
    gratitude by everyone every week on Sunday
