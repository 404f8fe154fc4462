"""Leaving without a time: it happened some time on that date, so what hangs on the time of it cannot be told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry

_Key = tuple[object, ...]


def certain_of(late: Sequence[Finding], early: Iterable[Finding], leaves: Sequence[Entry]) -> list[Finding]:
    """What holds whether somebody left as their date began or as it ended, of the findings of both; what hangs on that is unknown.

    The later somebody leaves, the more there is to judge. So what is found only then may not be there at all: a promise kept is not
    counted, all else is unknown.
    """
    known = Counter(_key(finding) for finding in early)
    found: list[Finding] = []
    for finding in late:
        key = _key(finding)
        if finding.status is Status.DRIFT or known[key]:
            known[key] -= 1
            found.append(finding)
        elif finding.status is not Status.KEPT:
            finding.status = Status.UNKNOWN
            finding.untimed, finding.unnamed = True, False
            finding.entries = tuple(sorted((*finding.entries, *leaves), key=lambda one: (one.day, one.second or 0, one.order)))
            found.append(finding)
    return found


def _key(finding: Finding) -> _Key:
    subject = finding.subject.order if finding.subject is not None else None
    return label_of(finding.sentence), finding.status, finding.date, finding.at, subject, finding.who, finding.with_
