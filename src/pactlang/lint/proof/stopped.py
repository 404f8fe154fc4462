"""What is owed while a pause that follows something stops it: whoever answers breaks the pause, and whoever waits breaks the sentence.

A pause lifts what is asked for from then on. So this is about what is owed already as it begins, or what it lifts only some of, where
something limits or follows what is owed. What is forbidden for a time (`after each …, no … for`) lifts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.finding import Status
from pactlang.checker.lifting import stopped
from pactlang.lint.proof.occasions import MOST_WAYS, Blocked, holds_always, ways, who_of
from pactlang.lint.proof.scene import Scene, allows_clock, allows_day, by_shape, entries_of, in_order, named
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    BreachTrigger,
    ByClock,
    ByDateAsked,
    Cap,
    EventTrigger,
    Interval,
    Limit,
    Pause,
    PauseAfter,
    Prohibition,
    ProhibitionAfter,
    Response,
    Schedule,
    Sentence,
    Unit,
    Within,
    WithinDays,
    WithinHours,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.parts import events, limited, occasion
from pactlang.witness.entries import elapsed, end_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Duty, Form, Trigger
    from pactlang.model.calendar import Duration

_LONGEST = 40  # days to a deadline that are looked at
_MOST = 12  # ways tried first, to see soon that one of them is free


def due_while_stopped(agreement: Agreement, budget: Budget) -> Iterator[Blocked]:
    """Sentences that ask for something by a date up to which a pause stops it, or another sentence forbids it, whatever it is like."""
    for stop in agreement.sentences:
        if isinstance(stop.form, PauseAfter) and holds_always(stop):
            forbidden = stopped(stop.form, agreement)
            yield from _owed_beside(agreement, stop, (Response, Schedule, Interval), forbidden, budget)
        elif _forbids(stop):
            yield from _owed_beside(agreement, stop, (Schedule, Interval), events(limited(stop.form)), budget)


def answers_forbidden(agreement: Agreement, budget: Budget) -> Iterator[Blocked]:
    """Sentences that ask, after an occasion, for what another one forbids after it until it is too late."""
    for stop in agreement.sentences:
        if _forbids(stop):
            yield from _owed_beside(agreement, stop, (Response,), events(limited(stop.form)), budget)


def _forbids(stop: Sentence) -> bool:
    """Whether a sentence forbids something for a length of time: what ends with a deed may end at once."""
    form = stop.form
    return isinstance(form, ProhibitionAfter) and form.waits_for is None and holds_always(stop) and by_shape(form.selector)


def _owed_beside(
    agreement: Agreement, stop: Sentence, forms: tuple[type[Form], ...], forbidden: frozenset[str], budget: Budget
) -> Iterator[Blocked]:
    for owed in agreement.sentences:
        form = owed.form
        if not isinstance(form, forms) or not isinstance(form, Response | Schedule | Interval) or not holds_always(owed):
            continue
        if isinstance(form, Schedule) and form.by:
            continue  # it may have come before the pause
        if not events(form.duty.selector) <= forbidden:
            continue
        found = _proof(agreement, stop, owed, budget)
        if found is not None:
            yield found


def _proof(agreement: Agreement, stop: Sentence, owed: Sentence, budget: Budget) -> Blocked | None:
    form = owed.form
    assert isinstance(form, Response | Schedule | Interval)  # noqa: S101 - only these are asked
    beside = _reasons(agreement, events(form.duty.selector)) if isinstance(stop.form, PauseAfter) else ()
    for more, before in _starts(agreement, stop, owed, budget):
        scene = Scene(agreement, (stop, owed, *more, *beside), budget)
        # Where nothing sets it off, the pause starts the day before, so that no answer can come ahead of it.
        begin = scene.first + (not isinstance(form, Response))
        last = _deadline(scene, owed, before, begin, budget)
        if last is None:
            continue
        found = _each_way(scene, (stop, owed), before, (begin, last), form.duty, budget)
        if found is not None:
            return found
    return None


def _reasons(agreement: Agreement, asked: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences for which a pause forbids what is asked for: they limit it, or something follows it."""

    def gives_one(form: Form) -> bool:
        limits = not isinstance(form, Pause | PauseAfter) and events(limited(form)) & asked
        return bool(limits or events(occasion(form)) & asked)

    return tuple(one for one in agreement.sentences if not one.not_applied and gives_one(one.form))


def _starts(agreement: Agreement, stop: Sentence, owed: Sentence, budget: Budget) -> Iterator[tuple[tuple[Sentence, ...], list[Entry]]]:
    """How a pause may start and the sentence be owed at once: other sentences that this takes, and the entries."""
    first = Scene(agreement, (stop, owed), budget).first
    trigger = owed.form.trigger if isinstance(owed.form, Response) else None
    if isinstance(stop.form, PauseAfter | ProhibitionAfter) and (trigger is None or _meets(stop.form.trigger, trigger)):
        yield from _occasions(agreement, stop.form.trigger if trigger is None else trigger, first)


def _meets(one: Trigger, other: Trigger) -> bool:
    """Whether what starts the one may start the other as well: the log is asked whether it does."""
    if isinstance(one, BreachTrigger) and isinstance(other, BreachTrigger):
        return one.of is None or (other.of is not None and set(other.clauses) <= set(one.clauses))
    return isinstance(one, EventTrigger) and isinstance(other, EventTrigger) and not events(one.selector).isdisjoint(events(other.selector))


def _occasions(agreement: Agreement, trigger: Trigger | None, day: int) -> Iterator[tuple[tuple[Sentence, ...], list[Entry]]]:
    if trigger is None:
        yield (), []
    elif isinstance(trigger, EventTrigger):
        selector = trigger.selector
        for shape in islice(ways(agreement, selector, who_of(selector), ()), 3):
            if allows_day(selector, day):
                yield (), entries_of(selector, day, shape, named(selector)[1])
    else:
        for sentence in agreement.sentences:
            form = sentence.form
            if not trigger.of_clause(sentence.clause) or not holds_always(sentence):
                continue
            number = 1 if isinstance(form, Prohibition) else 0
            if isinstance(form, Cap) and form.measure.unit is Unit.COUNT and form.measure.limit < _MOST:
                number = int(form.measure.limit) + 1
            if not number or not isinstance(form, Prohibition | Cap) or not allows_day(form.selector, day):
                continue
            for shape in islice(ways(agreement, form.selector, who_of(form.selector), ()), 1):
                made = [entry for _ in range(number) for entry in entries_of(form.selector, day, shape, named(form.selector)[1])]
                yield (sentence,), [_later(entry, 60 * place) for place, entry in enumerate(made)]


def _later(entry: Entry, seconds: int) -> Entry:
    assert entry.second is not None  # noqa: S101 - made with one
    return replace(entry, second=entry.second + seconds)


def _dates(length: Duration) -> int:
    """How many dates a length reaches over, at most."""
    return length.days + 31 * length.months if isinstance(length, Days) else length.seconds // DAY_SECONDS + 1


def _until(deadline: Limit) -> int:
    match deadline:
        case ByClock(_, days):
            return days
        case Within(length):
            return _dates(length)
        case WithinDays(count):
            return 7 * count
        case WithinHours(count):
            return 7 + count
        case ByDateAsked():
            return _LONGEST + 1  # only the entry says it


def _deadline(scene: Scene, owed: Sentence, before: list[Entry], begin: int, budget: Budget) -> int | None:
    """The first date at whose end the sentence is broken where nobody answers: nothing before it may count as kept."""
    entries = in_order(before)
    form = owed.form
    assert isinstance(form, Response | Schedule | Interval)  # noqa: S101 - only these are asked
    match form:
        case Response():
            days = _until(form.deadline)
        case Interval():
            days = _dates(form.every)
        case Schedule():
            days = _LONGEST
        case _:
            assert_never(form)
    if days > _LONGEST:
        return None
    for day in range(begin, begin + days + 3):
        if not budget.take():
            return None
        if scene.broken(entries, day, owed.label):
            return day
    return None


def _over(scene: Scene, form: Form, before: list[Entry]) -> set[tuple[int, int]]:
    """The dates and seconds at which a stop of so many hours may be over; one of dates ends at midnight."""
    length = form.length if isinstance(form, PauseAfter) else form.end if isinstance(form, ProhibitionAfter) else None
    if not isinstance(length, Exact):
        return set()
    return {divmod(elapsed(end_of(entry), length.seconds, scene.zone), DAY_SECONDS) for entry in before}


def _each_way(
    scene: Scene, pair: tuple[Sentence, Sentence], before: list[Entry], days: tuple[int, int], duty: Duty, budget: Budget
) -> Blocked | None:
    """One answer that keeps what is owed and breaks the pause, where every one by the deadline breaks it."""
    stop, owed = pair
    agreement = scene.agreement
    to = () if duty.to is None else agreement.parties
    starts = max((one.second or 0 for one in before), default=0)
    shown: Blocked | None = None
    over = _over(scene, stop.form, before)
    for day in range(days[0], days[1] + 1):
        if not allows_day(duty.selector, day):
            continue
        tried = ways(agreement, duty.selector, duty.by, (stop,) if isinstance(stop.form, ProhibitionAfter) else ())
        if len(tried) >= MOST_WAYS:
            return None  # too many to try each of them, so nothing is claimed
        # The first moment that is free may be none that a clock in the sentences names.
        first_free = [replace(one, second=second) for one in tried for on, second in over if on == day]
        for shape in (*tried, *(one for one in first_free if allows_clock(duty.selector, one))):
            if day == days[0] and shape.second <= starts:
                continue  # before it all begins; what comes then answers nothing
            entries = in_order([*before, *entries_of(duty.selector, day, shape, to)])
            if not budget.take():
                return None
            found = scene.statuses(entries, days[1], owed.label)
            if Status.BREACH in found:
                continue  # too late, or no answer: no way out either
            if not scene.broken(entries, days[1], stop.label):
                return None
            if shown is None and Status.KEPT in found:
                shown = Blocked(owed, stop, tuple(entries), days[1])
    return shown
