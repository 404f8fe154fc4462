pact "The long divorce"
    between Agnes and Viktor
    time zone Europe/Budapest
use coparents
promise weeks
    handover by everyone every week on Friday at 18:00
    call by each party every 3 days
promise quiet
    "Whoever brings in a solicitor has broken faith and takes the children's summer with it."
    "If Viktor moves out before Easter he gives up the car."
    "Agnes keeps the bank card; Viktor brings her the receipts."
    "Neither of us dates before the papers are through, and their parents stay out of it."
    "Viktor's letters are opened by Agnes, as they always were."
    "Agnes is bitter like her mother."
    "Viktor knows very well what he has to apologise for."
    "The file is with Mr. Laszlo Kerekes, kerekes@example.org."
    "Otherwise everything comes out at the hearing."
