pact "Long distance"
    between Gala and Hiro
    in force from 2026-05-04 until 2026-12-31
    time zone UTC
    signed by Gala on 2026-05-01
    signed by Hiro on 2026-05-02
use relationships
promise calls
    "We call on Sunday at 12:00 UTC for an hour."
    "Nobody reports where they are; we tell stories instead."
    "A missed call is not a test of love."
    "Gala's late shifts count as night."
    "Photos are gifts, and are deleted when asked."
    "Sorry is allowed to be short."
