pact "Agreement"
    between Bo and Chris
    in force from 2026-02-10 until 2026-12-31
    signed by Bo on 2026-02-01
    signed by Chris on 2026-02-01
use relationships

promise money
    "We each pay ____ into the joint account."
promise holidays
    "This year we spend Christmas with [NAME]."
    "TBD: summer."
promise pets
check-in
    check-in by everyone every month on day 1
