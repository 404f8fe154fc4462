"""Whether a changed clause asks for more or for less: what the comparison of sentences says, put together for the whole clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.model.agreement import BreachTrigger, Matrix, Sentence
from pactlang.negotiate.direction import Direction, compare_rules

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement


def direction_of(name: str, before: Agreement, after: Agreement) -> str:
    """`tighter`, `looser`, `both`, or empty where no short log tells the two apart."""
    old, new = _rules(name, before), _rules(name, after)
    found = set()
    for label in {**old, **new}:
        was, now = old.get(label), new.get(label)
        if was is None or now is None or _said(was) != _said(now):
            found.add(_direction(was, now, before, after))
    found -= {Direction.SAME, Direction.CHANGED}
    if len(found) > 1:
        return Direction.BOTH.value
    return next((one.value for one in found), "")


def _direction(was: Sentence | Matrix | None, now: Sentence | Matrix | None, before: Agreement, after: Agreement) -> Direction:
    rule = now or was
    if (was is None or now is None) and rule is not None and _follows_breach(rule):
        # To break some other sentence first takes long to find, and what is asked after a breach is asked of somebody.
        return Direction.TIGHTER if was is None else Direction.LOOSER
    return compare_rules(None if was is None else (before, was), None if now is None else (after, now)).direction


def _rules(name: str, agreement: Agreement) -> dict[str, Sentence | Matrix]:
    found: dict[str, Sentence | Matrix] = {one.label: one for one in agreement.sentences if one.clause == name and not one.not_applied}
    return found | {one.name: one for one in agreement.matrices if one.name == name}


def _said(rule: Sentence | Matrix) -> object:
    return (rule.words, rule.modifiers) if isinstance(rule, Sentence) else tuple(row.words for row in rule.rows)


def _follows_breach(rule: Sentence | Matrix) -> bool:
    return isinstance(rule, Sentence) and isinstance(getattr(rule.form, "trigger", None), BreachTrigger)
