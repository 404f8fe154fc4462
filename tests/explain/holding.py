"""What must be true of every pair of cases that is shown."""

from __future__ import annotations

from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Matrix, Sentence
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.cases import Case, Pair
from pactlang.witness.entries import moment_of, seconds_between
from pactlang.witness.scenario import written


def hold(pair: Pair, rule: Sentence | Matrix) -> None:
    """The one is kept, the other broken, by exactly this sentence, and they differ by the least step."""
    assert unwatched(rule) in (*(unwatched(one) for one in pair.agreement.sentences), *pair.agreement.matrices)
    broken = "missed" if isinstance(rule, Sentence) and rule.modifiers.wish else "breach"
    assert broken not in statuses(pair, pair.kept, rule)
    assert "unknown" not in statuses(pair, pair.kept, rule)
    assert broken in statuses(pair, pair.broken, rule)
    assert differ_least(pair.kept.entries, pair.broken.entries), (pair.kept.entries, pair.broken.entries)


def unwatched(rule: Sentence | Matrix) -> Sentence | Matrix:
    """The same, as cases are judged: whether something creeps shows in no short log."""
    return rule if isinstance(rule, Matrix) else replace(rule, modifiers=replace(rule.modifiers, watch=False))


def statuses(pair: Pair, case: Case, rule: Sentence | Matrix) -> set[Status]:
    """What the checker says of a case, asked again."""
    judgement = judge([pair.agreement], written(case.entries), as_of(pair, case), pair.zone, keep_all=True)
    return {one.status for one in judgement.findings if label_of(one.sentence) == label_of(rule)}


def as_of(pair: Pair, case: Case) -> int:
    """The last second of the date up to which a case goes."""
    return pair.zone.midnight(case.last + 1) - 1


def differ_least(one: tuple[Entry, ...], other: tuple[Entry, ...]) -> bool:
    """One event more, or the same events of which one (or what is done together) is moved by a minute or a day, or differs in one thing."""
    if len(one) != len(other):
        few, many = sorted((one, other), key=len)
        return len(many) - len(few) == 1 and all(entry in many for entry in few)
    steps = {step(a, b) for a, b in zip(one, other, strict=True) if a != b}
    return len(steps) == 1 and "more" not in steps


FEATURES = ("type", "by", "to", "with_", "place", "tags", "covering", "fields", "until")


def step(one: Entry, other: Entry) -> str:
    """What differs between two entries."""
    features = [name for name in FEATURES if getattr(one, name) != getattr(other, name)]
    start, length = abs(moment_of(one) - moment_of(other)), abs(seconds_between(one) - seconds_between(other))
    if features:
        return features[0] if len(features) == 1 and not start and not length else "more"
    if start and length:
        return "more"
    return {60: "minute", DAY_SECONDS: "day"}.get(start or length, "more")


def named(agreement: Agreement) -> list[Sentence | Matrix]:
    """Everything that is judged."""
    return [*(one for one in agreement.sentences if not one.not_applied), *agreement.matrices]
