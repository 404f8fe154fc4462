"""What people say for `otherwise`: `…, or else text us within an hour`, at the end of a sentence or on a line under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.diagnostics import Offer

_NOT = (
    r"(?:don't|doesn't|do not|does not|didn't|did not|can't|cannot|can not|won't|will not|miss(?:es|ed)? (?:it|this|that)|fails?(?: to)?)"
)
_FAILING = re.compile(
    r"(?:^|\s*[,;.]\s*(?:and |but )?|\s+[-–—]\s+|\s+(?=or else\b|or otherwise\b|otherwise\b|failing (?:that|which)\b))"
    r"(?:or else|or otherwise|otherwise|else|failing (?:that|which)|"
    rf"if (?:not|that fails|this fails|(?:we|i|you|he|she|they|someone|somebody|anyone|one of us) {_NOT}|it (?:is|'s) late|late))"
    r"\s*[,:]?\s+(?:then,? )?(?P<rest>\S+ \S.*)$",
    re.IGNORECASE,
)
_TRIGGERS = ("conflict", "incident", "encounter", "meeting", "guest", "visit")
_STOPS = ("anyone may pause", "after each breach", "after each leave")


def failing(line: str) -> tuple[str, str]:
    """What of a line goes before it, and what is asked for where that is missing; nothing where it says no such thing.

    >>> failing("dishes every evening by 9pm, or else text us within an hour")
    ('dishes every evening by 9pm', 'text us within an hour')
    >>> failing("if not, message the others within 1 day"), failing("no guests unless agreed otherwise")
    (('', 'message the others within 1 day'), ('', ''))
    """
    found = _FAILING.search(line)
    return (line[: found.start()].strip(), found["rest"].strip(" .!")) if found is not None else ("", "")


def as_answer(rest: str, nouns: Iterable[str]) -> tuple[str, str]:
    """The same as a sentence that follows an event there is, to be read like any other, and how that begins; nothing if there is none."""
    known = set(nouns)
    trigger = next((one for one in _TRIGGERS if one in known and one not in rest.casefold()), "")
    return (f"after each {trigger}, {rest}", f"after each {trigger}, ") if trigger else ("", "")


def with_otherwise(mains: Iterable[Offer], answers: Iterable[Offer], begins: str) -> Iterator[Offer]:
    """Each offer with the line under it that says what repairs a breach; `begins` is how each answer does, put there to be read."""
    answer = next((one for one in answers if one.lines[0].startswith(begins) and len(one.lines) == 1 and not one.lost), None)
    if answer is None:
        return
    line, marked = (f"otherwise {said.removeprefix(begins)}" for said in (answer.lines[0], answer.marked[0]))
    for one in mains:
        if one.lines[0].startswith(_STOPS) or "if we can" in one.lines:
            continue
        count = len(one.lines)
        yield replace(
            one,
            lines=(*one.lines, line),
            marked=(*one.marked[:count], marked, *one.marked[count:]),
            declares=tuple(dict.fromkeys((*one.declares, *answer.declares))),
            holes=(*one.holes, *answer.holes),
            cost=one.cost + answer.cost,
        )
