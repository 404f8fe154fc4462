pact "Memorandum of Domestic Understanding"
    between Viktor and Helene
    in force from 2025-06-01 until 2026-03-31
    time zone Europe/Berlin
    signed by Viktor on 2025-05-20
    signed by Helene on 2025-05-20
use household
promise finances
    "The emoluments of Helene shall be remitted to an account administered by Viktor, who shall release such sums as he deems fit."
    "Helene shall furnish receipts in respect of any expenditure, howsoever trifling, upon demand."
    "In the event of a difference of opinion the view of Viktor shall be taken as adopted."
    "Withdrawal from this understanding shall forfeit the withdrawing party's share of the deposit."
promise chores
    at least 2 cleanings per week by Helene
    at most 1 cleaning per week by Helene
