"""The few things that want a talk: what is newest, what came most often, what drifts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.report.data import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pactlang.checker.finding import Finding
    from pactlang.report.data import Line

MOST = 5
NEWEST = 2
_OFTEN = 2  # breaches of a clause that are more than once


def topics_of(findings: Sequence[Finding], titles: Mapping[str, str], line: Callable[[Finding], Line]) -> tuple[tuple[Topic, ...], int]:
    """The topics, one for each clause, and how many breaches and patterns are not among them.

    Of what was not kept: the two clauses with the newest, and the clause with the most (the latest of these, if as many); then each
    drift. What was let go, is due or cannot be told is told with its clause alone.
    """
    breaches = sorted((one for one in findings if one.status is Status.BREACH), key=lambda one: (one.date, one.at, one.id), reverse=True)
    patterns = [one for one in findings if one.status is Status.DRIFT]
    chosen: dict[str, tuple[list[Finding], list[str]]] = {}
    for finding in breaches:
        name = clause_of(finding)
        if name not in chosen and len(chosen) < NEWEST:
            chosen[name] = ([finding], ["before that" if chosen else "newest"])
    counts = Counter(map(clause_of, breaches))
    often = max(counts, key=lambda name: counts[name], default="")
    if counts[often] >= _OFTEN:
        newest = next(one for one in breaches if clause_of(one) == often)
        chosen.setdefault(often, ([newest], []))[1].append(f"most often: {counts[often]} times")
    for finding in patterns:
        told, labels = chosen.setdefault(clause_of(finding), ([], []))
        told.append(finding)
        label = "drifting" if finding.drift is not None and finding.drift.shares else "again and again"
        labels.extend([label] if label not in labels else [])
    topics = [Topic(name, titles.get(name) or name, tuple(labels), tuple(map(line, told))) for name, (told, labels) in chosen.items()]
    shown = {line.id for topic in topics[:MOST] for line in topic.lines}
    return tuple(topics[:MOST]), sum(one.id not in shown for one in (*breaches, *patterns))
