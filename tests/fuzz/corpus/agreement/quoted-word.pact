pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

term late until 9999-12-31ry evening "The long evening"

cap c
    encounters at most twice a week at "his old place", no more
