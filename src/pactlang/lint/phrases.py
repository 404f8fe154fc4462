"""Words that people wrote for people (promises, titles and reasons), searched with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.source import Span

# What stands before a word and turns its meaning round: "nobody asks for passwords" is no demand.
_DENIED = re.compile(
    r"\b(no|not|never|nobody|none|neither|without|don't|doesn't|won't|cannot|can't|isn't|aren't|free to|may always|anyone may)\b", re.I
)

_DENIED_AFTER = re.compile(r"\W*(?:is|are)\W+(?:for nobody|not\b|forbidden|no part)", re.I)


def promises(subject: Subject, pattern: re.Pattern[str], *, denied: bool = False) -> Iterator[tuple[Span, str]]:
    """Each place in a quoted promise that fits; with `denied` also where the sentence says no to it."""
    for line in subject.lines(LineKind.PROMISE):
        text = line.span.text
        for found in pattern.finditer(text):
            if denied or not (_DENIED.search(_sentence_before(text, found.start())) or _DENIED_AFTER.match(text, found.end())):
                yield line.span.part(*found.span()), found[0]


def written(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Each place in a promise, a reason or a quoted title that fits."""
    for line in subject.lines(LineKind.PROMISE, LineKind.REASON, LineKind.CODE):
        text = line.span.text
        quoted = [(0, len(text))] if line.kind is not LineKind.CODE else [one.span() for one in re.finditer(r'"[^"]*"', text)]
        for start, end in quoted:
            for found in pattern.finditer(text, start, end):
                yield line.span.part(*found.span()), found[0]


def _sentence_before(text: str, place: int) -> str:
    """The part of the sentence that comes before a place."""
    return re.split(r"[.;!?]", text[:place])[-1]
