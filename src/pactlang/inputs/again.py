"""What people say for `revisit`: `and we talk about it again in three months`, at the end of a sentence or on a line under it."""

from __future__ import annotations

import re

from pactlang.language.slips import written_date

_NUMBERS = {word: str(number) for number, word in enumerate(("a", "two", "three", "four", "five", "six"), 1)}
_NUMBERS |= {"one": "1", "an": "1", "a couple of": "2", "half a": "6", "half an": "6"}
_WHAT = r"(?:it|this|that|the (?:rule|clause|limit|number)|(?:this|that) (?:rule|clause|limit|one|number|point))"
_AGAIN = re.compile(
    r"(?:^|\s*[,;:.]?\s+(?:and|but|then|–|-)\s+|\s*[,;.]\s*|\s+[-–]\s+)"
    r"(?:(?:we(?:'ll| will)?|let's|let us|then|to be)\s+)*"
    rf"(?:(?:talk|talking|speak|think) about {_WHAT}(?: again| anew)?|(?:look|looking) at {_WHAT}(?: again| anew)?|"
    rf"(?:revisit|revisited|review|reviewed|discuss|rediscuss|reconsider|renegotiate|check|evaluate|reassess)(?: {_WHAT})?"
    r"(?: again| together)?|"
    rf"(?:come|get) back to {_WHAT})\s+"
    r"(?P<when>(?:every|each|in|after|once an?|by|before|on)\s+[\w -]+?)\s*[.!]?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:every|each|in|after|once)\s+(?:about\s+)?(?:(?P<number>\d+|half an?|a couple of|an?|one|two|three|four|five|six)\s+)?"
    r"(?P<unit>day|week|month|quarter|year)s?(?: or so)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?:by|before|on)\s+(\d{4}-\d\d-\d\d)", re.IGNORECASE)


def talk_again(line: str) -> tuple[str, str]:
    """What of a line goes before it, and the line under a sentence that says when to talk again; nothing where it says no such thing.

    >>> talk_again("at most 2 parties a month, and we'll talk about it again in three months")
    ('at most 2 parties a month', 'revisit every 3 months')
    >>> talk_again("look at this rule again by 1 October 2026"), talk_again("review by everyone every 3 months")
    (('', 'revisit by 2026-10-01'), ('', ''))
    """
    found = _AGAIN.search(line)
    said = _when(found["when"]) if found is not None else ""
    return (line[: found.start()].strip(), said) if found is not None and said else ("", "")


def _when(words: str) -> str:
    if found := _ISO.fullmatch(words):
        return f"revisit by {found[1]}"
    if found := _LENGTH.fullmatch(words):
        number = (found["number"] or "1").casefold()
        number, unit = _NUMBERS.get(number, number), found["unit"].casefold()
        if unit == "quarter":
            number, unit = str(3 * int(number)), "month"
        if (found["number"] or "").casefold().startswith("half"):
            if unit != "year":
                return ""
            unit = "month"
        return f"revisit every {number} {unit}{'s' * (number != '1')}"
    first, *rest = words.split()
    date, _ = written_date(rest)
    return f"revisit by {date}" if date and first.casefold() in ("by", "before", "on") else ""
