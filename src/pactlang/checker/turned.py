"""A drift that has turned back: it would have been told some weeks ago, and what came since stays well away from the limit again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.drift import LATELY, creeping, of_series
from pactlang.checker.finding import Status
from pactlang.checker.trend import FEWEST, NEAR, WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.checker.uses import Series, Use

SINCE = 2  # occasions after it


class Turned(Struct, frozen=True):
    """The drift as it was last told, and the occasions since, in order of their dates."""

    series: Series
    told: Finding
    since: tuple[Use, ...]


def turned_back(judgement: Judgement) -> list[Turned]:
    """The drifts of the last 91 days that have turned back.

    One has if it is told no more, nothing broke its sentence since, and at least two occasions came since: each further from the limit than
    the last one of that drift, and their middle back by at least half of the rise.
    """
    today = judgement.zone.date_of(judgement.as_of)
    watched = {(one.label, one.words) for one in judgement.agreement.sentences if one.modifiers.watched}
    drifting = {label_of(one.sentence) for one in judgement.findings if one.status is Status.DRIFT}
    found: dict[str, Turned] = {}
    for series in judgement.series:
        label = series.sentence.label
        if (label, series.sentence.words) not in watched or label in drifting or label in found:
            continue
        turned = _turned(series, today)
        if turned is not None and not _broken_since(turned, judgement.findings):
            found[label] = turned
    return [found[label] for label in sorted(found)]


def _turned(series: Series, today: int) -> Turned | None:
    if len(series.uses) < FEWEST + SINCE or max(use.share for use in series.uses) < NEAR:
        return None
    for day in range(today - WEEK, today - LATELY, -WEEK):
        told = creeping(replace(series, uses=[use for use in series.uses if use.day <= day]), day)
        if told is not None:
            break
    else:
        return None
    drift = told.drift
    assert drift is not None  # noqa: S101 - what creeps has one
    since = tuple(use for use in of_series(series, today) if use.day > told.date)
    last = drift.shares[-1]
    if len(since) < SINCE or any(use.share >= last for use in since):
        return None
    from statistics import median  # with what it brings, longer to load than most logs are to judge

    return Turned(series, told, since) if median(use.share for use in since) <= (drift.start + drift.end) / 2 else None


def _broken_since(turned: Turned, findings: Sequence[Finding]) -> bool:
    label, day = turned.series.sentence.label, turned.told.date
    return any(one.status is Status.BREACH and one.date > day and label_of(one.sentence) == label for one in findings)
