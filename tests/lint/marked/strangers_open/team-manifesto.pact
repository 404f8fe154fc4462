pact "How we work"
    between Imke, Raj and Bob
    in force from 2026-02-01
    signed by Imke on 2026-01-28
    signed by Raj on 2026-01-28
    signed by Bob on 2026-01-29
use team

promise pace
    "We ship as fast as possible without breaking things."
    "Code reviews are done promptly."
promise voice
    "Everyone is heard before anyone decides."
    "Bob decides if we cannot agree."
promise culture
    "We assume good intent."
    "We always have each other's backs."
