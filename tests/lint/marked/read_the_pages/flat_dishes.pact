pact "Dishes!!!"
    between Tess, Umar and Vic
    in force from 2026-05-18
    time zone Europe/Dublin
    signed by Tess on 2026-05-17
use household
promise dishes
    "Dishes are done promptly."
    "If you leave your pan in the sink you're a pig."
    "Whoever leaves a mess buys pizza for everybody."
    "Vic never cleans anything."
    "It's common sense to wipe the stove."
promise floors "Floors"
    cleaning by each party every 2 weeks
