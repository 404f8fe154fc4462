"""Pairs of sentences that cannot both be kept: one asks for something that the other does not leave room for.

Three kinds of proof: a limit that forbids an event whatever it is like (`forbidden.py`), one that counts (`crowded.py`), and two sums of
hours or money in the same period (`summed.py`). Whichever way, the answer is a log that keeps the one sentence and breaks the other, and
the checker has judged it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.lint.proof.scene import by_shape, firm, selector_of
from pactlang.model.agreement import (
    Cap,
    DayFilter,
    Gap,
    Interval,
    Matrix,
    NotFilter,
    PersonWord,
    Prohibition,
    Quota,
    Schedule,
    Sentence,
    Unit,
    WhileFilter,
    WithFilter,
)
from pactlang.model.named import WeekDays
from pactlang.model.parts import events, filters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.lint.proof.pair import Clash
    from pactlang.model.agreement import Agreement


def clashes(agreement: Agreement, budget: Budget | None = None) -> Iterator[Clash]:
    """Every pair that is proven not to go together. What is not proven is not said: the search is bounded by `pair.HORIZON` days."""
    budget = budget or Budget()
    owed = [one for one in agreement.sentences if isinstance(one.form, Schedule | Interval | Quota) and (_plain(one) or _on_weekdays(one))]
    limits: list[Sentence | Matrix] = [
        one for one in agreement.sentences if isinstance(one.form, Prohibition | Cap | Gap) and _plain(one) and by_shape(one.form.selector)
    ]
    for one in owed:
        for limit in (*limits, *map(firm, agreement.matrices)):
            if budget.spent:
                return
            limited = frozenset([limit.event]) if isinstance(limit, Matrix) else events(selector_of(limit))
            if events(selector_of(one)).isdisjoint(limited):
                continue
            each = one.form.turns if isinstance(one.form, Schedule) and one.form.turns else ("",)
            found = next(filter(None, (_clash(agreement, one, limit, budget, party) for party in each)), None)
            if found is not None:
                yield found


def _clash(agreement: Agreement, owed: Sentence, limit: Sentence | Matrix, budget: Budget, party: str) -> Clash | None:
    form = None if isinstance(limit, Matrix) else limit.form
    if isinstance(form, Cap | Gap):
        from pactlang.lint.proof.crowded import Counted

        return Counted(agreement, owed, limit, budget, party).clash(form)
    from pactlang.lint.proof.forbidden import Forbidden

    return Forbidden(agreement, owed, limit, budget, party).clash()


def _plain(sentence: Sentence) -> bool:
    """Whether a sentence holds on every day alike: nothing excuses it and no state switches it."""
    modifiers, form = sentence.modifiers, sentence.form
    if sentence.not_applied or modifiers.only or modifiers.excepted or getattr(form, "unless", None) is not None:
        return False
    selector = selector_of(sentence)
    parts = filters(selector)
    if isinstance(form, Schedule) and form.by:
        return False  # it may have come before anything was in force
    if isinstance(form, Quota) and form.measure.unit is Unit.SHARE:
        return False  # nothing need be spent
    return not any(isinstance(part, WhileFilter | NotFilter) or part == WithFilter(PersonWord.SOMEONE_NEW) for part in parts)


def _on_weekdays(sentence: Sentence) -> bool:
    """Whether a schedule is plain but for the days of the week on which it holds (`every day`, except on Sunday)."""
    form, modifiers = sentence.form, sentence.modifiers
    named = [one.days if isinstance(one, DayFilter) else None for one in (*modifiers.only, *modifiers.excepted)]
    if not isinstance(form, Schedule) or form.turns or form.recurrence.every != 1 or not all(isinstance(one, WeekDays) for one in named):
        return False
    return _plain(replace(sentence, modifiers=replace(modifiers, only=(), excepted=())))
