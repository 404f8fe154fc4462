pact "Me and Kev"
    between Kev and Stacey
    in force from 2026-02-01
    signed by Kev on 2026-01-31
    signed by Stacey on 2026-01-31
use relationships

promise loyal
    "Stacey does not go out with her mates without telling Kev where she is."
    "Stacey asks before she goes to her sister's."
    "Stacey blocks every bloke on her Instagram."
    "Kev keeps both bank cards so we save."
    "Whoever walks out first moves out and gets nothing."
