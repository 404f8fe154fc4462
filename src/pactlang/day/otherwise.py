"""When something is said in a way that `short` does not read: `last night`, `May 16`, `two days ago`, `at 7pm`."""

from __future__ import annotations

import re

from pactlang.diagnostics import Diagnostic
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.text_tokens import Kind, tokens
from pactlang.source import SourceFile

_MONTHS = "january february march april may june july august september october november december sept"
_MONTH = rf"(?:{'|'.join(one for month in _MONTHS.split() for one in (month, month[:3]))})"
_NUMBER = r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|some|several|half an)"
_LENGTH = r"(?:minute|min|hour|day|night|week|month|year)s?"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_OTHERWISE = (
    rf"(?:on )?(?:the )?{_NTH} (?:of )?{_MONTH}\b(?:,? [0-9]{{4}})?",
    rf"(?:on )?{_MONTH}\.? {_NTH}(?![0-9:])(?:,? [0-9]{{4}})?",
    r"(?:on )?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)",
    rf"{_NUMBER} {_LENGTH} (?:ago|earlier|later|from now)",
    rf"in {_NUMBER} {_LENGTH}",
    r"(?:last|this|next) (?:night|morning|noon|afternoon|evening|week(?:end)?|month|year)",
    r"the (?:day before yesterday|day after tomorrow|other day)",
    r"at (?:noon|midday|midnight)",
    r"(?:at |from )?[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\b\.?",
    r"(?:at |from )?[0-9]{1,2} o'?clock",
    r"at [0-9]{1,2}",
    r"(?:on )?[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}",
    r"(?:on )?[0-9]{1,2}(?:/[0-9]{1,2}|\.[0-9]{1,2}\.)",
)
_WAYS = "`today`, `yesterday`, `tomorrow`, `on friday` or a date such as 2026-09-12; a time such as `19:00` or `19:00 to 23:00`"


def said_otherwise(said: str, name: str) -> Diagnostic | None:
    """The fault of words that say when, in a way that is not read; None where there are none. `name` is what the text is called.

    >>> print(said_otherwise("meeting with dana last night", "your entry").message)
    `last night` is not read as a time.
    >>> said_otherwise("meeting with dana at \\"noon\\"", "your entry")
    """
    try:
        words = list(tokens(said))
    except Fault:
        return None
    # What is quoted, and what follows `noted`, is something else; `re` then finds places in the text itself.
    end = next((word.start for word in words if word.says("noted")), len(said))
    plain = list(re.sub(r"\s", " ", said[:end]))
    for word in words:
        if word.kind is Kind.QUOTED:
            plain[word.start : word.end] = '"' * len(plain[word.start : word.end])
    text = "".join(plain)
    found = re.search(rf"(?<![^ ,])(?:{'|'.join(_OTHERWISE)})(?=[ ,]|$)", text[: (text + ",").index(",") + 1], re.IGNORECASE)
    if found is None:
        return None
    fault = Fault(Code.TIME, f"`{found[0].rstrip(' ,')}` is not read as a time.", _WAYS)
    return fault.diagnostic(SourceFile(name, said).span(found.start(), found.start() + len(found[0].rstrip(" ,"))))
