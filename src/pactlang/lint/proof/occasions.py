"""Sentences that wait for an occasion, and what they then ask for: can it be kept at all, and can the occasion ever come?

As in `clash`, every way for the asked event to come is tried with the checker, and a log is shown that keeps the one and breaks the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.finding import Status
from pactlang.lint.proof.scene import Scene, allows_clock, allows_day, by_shape, entries_of, firm, in_order, named, shapes
from pactlang.model.agreement import (
    ByFilter,
    EventTrigger,
    Matrix,
    NotFilter,
    Parties,
    PersonWord,
    Precedence,
    Prohibition,
    Response,
    Sentence,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.parts import awaited, events, filters, limited

if TYPE_CHECKING:
    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Duty, Selector, Who

_WEEK = 7
_APART = (0, 1, 2, 3, 4, 7, 8, 14, 15, 30, 31, 60, 90)  # days between the occasion and what it asks for, tried in turn
_OCCASIONS = 3
MOST_WAYS = 2000  # that are tried one by one


class Blocked(Struct, frozen=True):
    """A sentence, what stands in its way, and a log that keeps the sentence and breaks the other, judged at the end of `until`."""

    sentence: Sentence
    limit: Sentence | Matrix
    entries: tuple[Entry, ...]
    until: int


def needs_forbidden(agreement: Agreement, budget: Budget) -> Iterator[Blocked]:
    """Sentences that ask, before or after an occasion, for something that another one forbids whatever it is like."""
    for sentence in agreement.sentences:
        form = sentence.form
        until = awaited(form)
        if until is not None and not sentence.not_applied and _plain(until.selector):
            for limit in _forbidding(agreement, {one.event for one in until.selector.alternatives}):
                waited = _no_way(agreement, limit, until.selector, until.by, budget)
                if waited is not None:
                    yield Blocked(sentence, limit, waited, max(one.day for one in waited))
                    break
            else:
                yield from _each_other(agreement, sentence, budget)
        if not isinstance(form, Response | Precedence) or not isinstance(form.trigger, EventTrigger) or not holds_always(sentence):
            continue
        for limit in _forbidding(agreement, {one.event for one in form.duty.selector.alternatives}):
            found = _no_way(agreement, limit, form.duty.selector, form.duty.by, budget)
            if found is not None:
                shown = _shown(agreement, sentence, limit, budget)
                if shown is not None:
                    yield shown
                    break


def _each_other(agreement: Agreement, sentence: Sentence, budget: Budget) -> Iterator[Blocked]:
    """A later sentence that lasts, after the same, until what this one forbids, and forbids what this one waits for."""
    sentences = agreement.sentences
    for other in sentences[sentences.index(sentence) + 1 :]:
        waits, back = awaited(sentence.form), awaited(other.form)
        trigger = getattr(sentence.form, "trigger", None)
        if (
            waits is None
            or back is None
            or not isinstance(trigger, EventTrigger)
            or not (_forbids(other, waits) and _forbids(sentence, back))
        ):
            continue
        first = Scene(agreement, (sentence, other), budget).first
        for shape in ways(agreement, trigger.selector, who_of(trigger.selector), ())[:_OCCASIONS]:
            before = tuple(entries_of(trigger.selector, first, shape, named(trigger.selector)[1]))
            there = _no_way(agreement, other, waits.selector, waits.by, budget, before)
            if there is not None and _no_way(agreement, sentence, back.selector, back.by, budget, before) is not None:
                yield Blocked(sentence, other, there, max(one.day for one in there))
                return


def _forbids(limit: Sentence, duty: Duty) -> bool:
    """Whether a sentence may forbid all that a duty asks for."""
    selector = limited(limit.form)
    return selector is not None and holds_always(limit) and by_shape(selector) and events(duty.selector) <= events(selector)


def never_comes(agreement: Agreement, budget: Budget) -> Iterator[Blocked]:
    """Sentences whose occasion another one forbids, whatever it is like: while that is kept, they never speak."""
    for sentence in agreement.sentences:
        form = sentence.form
        trigger = getattr(form, "trigger", None)
        if not isinstance(trigger, EventTrigger) or sentence.not_applied or not _plain(trigger.selector):
            continue
        for limit in _forbidding(agreement, {one.event for one in trigger.selector.alternatives}):
            found = _no_way(agreement, limit, trigger.selector, who_of(trigger.selector), budget)
            if found is not None:
                yield Blocked(sentence, limit, found, max(one.day for one in found))
                break


def holds_always(sentence: Sentence) -> bool:
    """Whether nothing excuses a sentence, and no state or date switches it."""
    modifiers = sentence.modifiers
    if sentence.not_applied or modifiers.only or modifiers.excepted or getattr(sentence.form, "unless", None) is not None:
        return False
    form = sentence.form
    parts = [getattr(form, "selector", None), getattr(getattr(form, "duty", None), "selector", None)]
    return all(part is None or _plain(part) for part in parts)


def _plain(selector: Selector) -> bool:
    return not any(isinstance(part, WhileFilter | NotFilter) or part == WithFilter(PersonWord.SOMEONE_NEW) for part in filters(selector))


def _forbidding(agreement: Agreement, asked: set[str]) -> Iterator[Sentence | Matrix]:
    for one in agreement.sentences:
        if (
            isinstance(one.form, Prohibition)
            and holds_always(one)
            and by_shape(one.form.selector)
            and asked & {part.event for part in one.form.selector.alternatives}
        ):
            yield one
    yield from (firm(matrix) for matrix in agreement.matrices if matrix.event in asked)


def who_of(selector: Selector) -> Who | None:
    """Who acts in a selector's events, as it says."""
    return next((part.who for part in selector.filters if isinstance(part, ByFilter)), None)


def ways(agreement: Agreement, selector: Selector, by: Who | None, others: tuple[Sentence | Matrix, ...]) -> list[Shape]:
    """Every way for an event to come, by whoever may be meant: words such as 'the same party' stand for anyone."""
    who = by if isinstance(by, Parties) or by is WhoWord.EVERYONE else WhoWord.ANYONE
    found = (shape for shape in shapes(agreement, selector, who, others) if allows_clock(selector, shape))
    return list(islice(found, MOST_WAYS))


def _no_way(
    agreement: Agreement, limit: Sentence | Matrix, selector: Selector, by: Who | None, budget: Budget, before: tuple[Entry, ...] = ()
) -> tuple[Entry, ...] | None:
    """One of the ways, where each of them on each day of a week (after something) breaks the limit."""
    scene = Scene(agreement, (limit,), budget)
    label = limit.name if isinstance(limit, Matrix) else limit.label
    tried = ways(agreement, selector, by, (limit,))
    if len(tried) >= MOST_WAYS or len(selector.alternatives) > 1:
        return None  # too many to try each of them, so nothing is claimed
    first: tuple[Entry, ...] | None = None
    begin = scene.first + bool(before)
    for day in range(begin, begin + _WEEK):
        if not allows_day(selector, day):
            continue
        for shape in tried:
            entries = tuple(in_order([*before, *entries_of(selector, day, shape, named(selector)[1])]))
            if not budget.take() or not scene.broken(entries, day + 1, label):
                return None
            first = first or entries
    return first


def _shown(agreement: Agreement, sentence: Sentence, limit: Sentence | Matrix, budget: Budget) -> Blocked | None:
    """A log with an occasion and what it asks for, which keeps the sentence and breaks the limit."""
    form = sentence.form
    assert isinstance(form, Response | Precedence)  # noqa: S101 - `needs_forbidden` asks for these alone
    assert isinstance(form.trigger, EventTrigger)  # noqa: S101
    scene = Scene(agreement, (sentence, limit), budget)
    label = limit.name if isinstance(limit, Matrix) else limit.label
    occasions = list(islice(ways(agreement, form.trigger.selector, who_of(form.trigger.selector), (limit,)), 6))
    answers = list(islice(ways(agreement, form.duty.selector, form.duty.by, (limit,)), 8))
    before = isinstance(form, Precedence)
    for apart in _APART:
        for occasion in occasions:
            for answer in answers:
                if not budget.take():
                    return None
                day = scene.first + (apart if before else 0)
                when = replace(occasion, second=20 * 3600) if not before and not apart else occasion
                then = replace(answer, second=min(DAY_SECONDS - 60, when.second + 3600)) if not before and not apart else answer
                to = () if form.duty.to is None else agreement.parties
                entries = in_order(
                    [
                        *entries_of(form.trigger.selector, day, when, named(form.trigger.selector)[1]),
                        *entries_of(form.duty.selector, scene.first if before else scene.first + apart, then, to),
                    ]
                )
                until = max(one.day for one in entries)
                found = scene.statuses(entries, until, sentence.label)
                if Status.KEPT in found and Status.BREACH not in found and scene.broken(entries, until, label):
                    return Blocked(sentence, limit, tuple(entries), until)
    return None
