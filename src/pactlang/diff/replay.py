"""The past year judged under two texts: what each would have found, as if it alone had stood all that time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.model.agreement import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding
    from pactlang.diff.changes import Comparison
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone


class Replayed(Struct, frozen=True):
    """The breaches under both texts from `first` to `last` (dates). `gone` stand only under the old one, `come` only under the new."""

    first: int
    last: int
    entries: int
    zone: Zone
    old: tuple[Finding, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    come: tuple[Finding, ...]


def replay(comparison: Comparison, entries: Sequence[Entry], as_of: int, zone: Zone) -> Replayed:
    """Judge a log under both, from a year before *as of*, or from where the old text or the log begins."""
    last = zone.date_of(as_of)
    end = comparison.old.in_force_until
    if end is not None and end < last:
        last, as_of = end, zone.midnight(end + 1) - 1
    days = [entry.day for entry in entries if entry.day <= last]
    first = max(_year_before(last), min(days, default=last))
    start = comparison.old.in_force_from
    if start is not None and start <= last:
        first = max(first, start)
    judged = [_breaches(agreement, entries, first, as_of, zone) for agreement in (comparison.old, comparison.new)]
    names = {label: number for number, labels in enumerate(comparison.pairs) for label in (("old", labels[0]), ("new", labels[1]))}
    keys = [[_key(one, side, names) for one in found] for side, found in zip(("old", "new"), judged, strict=True)]
    return Replayed(
        first,
        last,
        sum(first <= day for day in days),
        zone,
        judged[0],
        judged[1],
        _only_here(judged[0], keys[0], keys[1]),
        _only_here(judged[1], keys[1], keys[0]),
    )


def _year_before(day: int) -> int:
    found = date.fromordinal(day)
    try:
        return found.replace(year=found.year - 1).toordinal() + 1
    except ValueError:  # 29 February
        return found.replace(year=found.year - 1, day=28).toordinal() + 1


def _breaches(agreement: Agreement, entries: Sequence[Entry], first: int, as_of: int, zone: Zone) -> tuple[Finding, ...]:
    alone = replace(agreement, in_force_from=first, in_force_until=None, signatures=())
    broken = [one for one in judge([alone], entries, as_of, zone).findings if one.status is Status.BREACH]
    return tuple(sorted(broken, key=lambda one: (one.date, one.id)))


def _key(finding: Finding, side: str, names: dict[tuple[str, str | None], int]) -> object:
    """What makes a breach under one text the same as one under the other: the same sentence, about the same entry or date."""
    finding = finding.first or finding  # whatever repairs it, it is the same
    rule = finding.sentence
    label: object = names.get((side, rule.label), (side, rule.label)) if isinstance(rule, Sentence) else rule.name
    if finding.form is FormName.INTERVAL:
        return (label, finding.at)  # a stretch is the same where it began at the same moment
    return (label, id(finding.subject) if finding.subject is not None else finding.date)


def _only_here(found: tuple[Finding, ...], keys: list[object], others: list[object]) -> tuple[Finding, ...]:
    there = Counter(others)
    left = []
    for one, key in zip(found, keys, strict=True):
        if there[key]:
            there[key] -= 1
        else:
            left.append(one)
    return tuple(left)
