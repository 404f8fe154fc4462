pact "Arrangement re Lukas"
    between Greta and Harald
    in force from 2026-04-01 until 2026-09-30
    signed by Harald on 2026-03-15
use coparents
promise terms
    "Greta informs Harald of her whereabouts on the weekends that are hers."
    "Harald's new lady friend refrains from picking Lukas up."
    "Greta, being the unstable one, takes the calls on loudspeaker."
    "Should Greta miss a handover she goes without the weekend that follows."
    "It goes without saying what Harald expects as to manners."
    "Pocket money is passed on within reasonable time."
    handover by Greta every week on Friday at 17:00
    at most 2 calls per week by Greta
    at least 3 calls per week by Greta
