# House Amsel, new residents' sheet, as agreed in the lounge
pact "House Amsel"
    between Greta, Sam, Nadia and Ole
    in force from 2026-02-01
    time zone Europe/London

use relationships
use household

event breath-test

promise meetings
    house-meeting by everyone every week on Monday at 19:00
    check-in by Sam and Nadia and Ole every day at 21:30

testing breath
    breath-test by each party every 2 days
    "Not wanting to blow is the same as having failed."

boundary visitors
    no guest at home
    "Family is welcome on Sunday afternoons, two at a time."
    "People from before are best left outside our lives for now."

promise quiet-start
    "For the first thirty days Greta looks after the phones; calls are from the office on Saturdays."
    "Wages are paid to the house, and everyone gets back what they need for the week."

promise tablets
    "Prescriptions are handed in on arrival. Greta gives them out, and leaves out what is not helping."

boundary outside-help
    no therapy by Sam or Nadia or Ole unless consent by Greta within the last 30 days
    > Mixed messages have set people back here before.

promise respect
    "We dress and speak in a way that suits the house."
    "A slip means packing that same evening, whatever the hour."

promise chores
    cleaning by Sam, Nadia and Ole in turn every 2 days
    if we can
    "What is said in group stays in group, also towards probation and doctors."

promise going
    "Anyone may go when they feel ready; the group says whether it is so."
