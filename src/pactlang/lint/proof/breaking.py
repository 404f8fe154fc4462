"""A short log that breaks a sentence on its own, as the checker finds: for showing that another one is broken by it as well."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from pactlang.lint.proof.occasions import ways, who_of
from pactlang.lint.proof.scene import Scene, allows_day, entries_of, in_order, named, shapes
from pactlang.model.agreement import (
    Cap,
    EventTrigger,
    Gap,
    Interval,
    LengthFilter,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Unit,
    WhoWord,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.parts import filters
from pactlang.witness.barring import barred
from pactlang.witness.entries import lasting
from pactlang.witness.pool import parts_of, pool_of, stranger
from pactlang.witness.too_close import too_close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.budget import Budget
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Form, Selector, Sentence

_MOST = 40
_TRIED = 6
_LATER = (0, 1, 2, 3, 7, 14, 31, 62, 100, 190, 400)  # days after the start at whose end what was not done is missed


def breaks_both(agreement: Agreement, weak: Sentence, strong: Sentence, budget: Budget) -> tuple[tuple[Entry, ...], int] | None:
    """The shortest log found that breaks both of two sentences, and the last date of its judgement; None where none was found."""
    scene = Scene(agreement, (weak, strong), budget)
    for entries in _logs(scene, weak.form):
        if not budget.take():
            return None
        day = max((one.day for one in entries), default=scene.first)
        for later in _LATER if isinstance(weak.form, Response | Interval | Schedule | Quota) else (0,):
            if scene.broken(entries, day + later, weak.label) and scene.broken(entries, day + later, strong.label):
                return entries, day + later
    return None


def leaves_unbroken(agreement: Agreement, sentence: Sentence, budget: Budget) -> tuple[tuple[Entry, ...], int]:
    """A log of the nearest events to what a sentence speaks of that still does not break it, and the last date of its judgement."""
    scene = Scene(agreement, (sentence,), budget)
    selector = getattr(sentence.form, "selector", None) or getattr(getattr(sentence.form, "trigger", None), "selector", None)
    plain: tuple[Entry, ...] = ()
    if selector is not None:
        shape = next(shapes(agreement, replace(selector, filters=()), who_of(selector), ()))
        plain = tuple(in_order(entries_of(selector, scene.first, shape, named(selector)[1])))
    for entries in (*_logs(scene, sentence.form), plain):
        until = max((one.day for one in entries), default=scene.first) + _LATER[-1]
        until = min(until, agreement.in_force_until or until)
        if entries and not scene.broken(entries, until, sentence.label):
            return entries, until
    return (), scene.first + _LATER[-1]


def _logs(scene: Scene, form: Form) -> Iterator[tuple[Entry, ...]]:
    match form:
        case (
            Response(trigger=EventTrigger(selector=selector))
            | Precedence(trigger=EventTrigger(selector=selector))
            | Prohibition(selector=selector)
        ) if any(who is WhoWord.ADDRESSED for who in parts_of(form, WhoWord)):
            for entries in _times(scene, selector, 1):
                yield tuple(
                    replace(one, to=one.to or tuple(party for party in scene.agreement.parties if party not in one.by)) for one in entries
                )
        case (
            Prohibition(selector=selector)
            | Response(trigger=EventTrigger(selector=selector))
            | Precedence(trigger=EventTrigger(selector=selector))
        ):
            yield from _times(scene, selector, 1)
        case Gap(selector=selector):
            yield from _times(scene, selector, 2)
        case Cap(measure=measure, selector=selector) if measure.unit is Unit.COUNT and measure.limit < _MOST:
            yield from _times(scene, selector, int(measure.limit) + 1)
        case Cap(measure=measure, selector=selector) if measure.unit is Unit.PEOPLE and measure.limit < _MOST:
            for entries in _times(scene, selector, int(measure.limit) + 1):
                yield tuple(replace(one, with_=(stranger(place),)) for place, one in enumerate(entries))
        case Cap(measure=measure) if measure.unit is Unit.PEOPLE:
            return
        case Cap(measure=measure, selector=selector) if measure.by_dates:
            for entries in _times(scene, selector, 1) if measure.limit < _MOST else ():
                # One that goes on for so many dates or nights.
                yield tuple(lasting(one, (int(measure.limit) + 1) * DAY_SECONDS) for one in entries)
        case Cap(measure=measure, selector=selector) if measure.unit is Unit.AMOUNT:
            for entries in _times(scene, selector, 1):
                fields: dict[str, str | Decimal] = {"amount": measure.limit + Decimal(1), "unit": measure.currency}
                yield tuple(replace(one, fields={**one.fields, **fields}) for one in entries)
        case Cap(measure=measure, selector=selector) if measure.limit < _MOST * DAY_SECONDS:
            end = int(measure.limit) + 3600
            for entries in _times(scene, selector, 1):
                yield tuple(
                    replace(
                        one, end_day=one.day + ((one.second or 0) + end) // DAY_SECONDS, end_second=((one.second or 0) + end) % DAY_SECONDS
                    )
                    for one in entries
                )
        case Interval() | Schedule() | Quota():
            yield ()
        case ProhibitionAfter():
            pool = replace(pool_of((scene.agreement,), (form,)), start=scene.first)
            yield from (tuple(in_order(one.entries)) for one in islice(barred(form, pool, ()), _MOST))
        case ProhibitionBefore():
            pool = replace(pool_of((scene.agreement,), (form,)), start=scene.first)
            yield from islice(too_close(form, pool), _MOST)
        case Cap() | Response() | Precedence() | Pause() | PauseAfter() | RepeatAfter():
            return
        case _:
            assert_never(form)


def _times(scene: Scene, selector: Selector, number: int) -> Iterator[tuple[Entry, ...]]:
    """So many events of a selector on one date, a minute after each other, in a few ways."""
    for day in range(scene.first, scene.first + 7):
        if not allows_day(selector, day):
            continue
        for shape in islice(ways(scene.agreement, selector, who_of(selector), ()), _TRIED):
            made = [one for _ in range(number) for one in entries_of(selector, day, shape, named(selector)[1])]
            moved = [replace(one, second=(one.second or 0) + 60 * place, end_day=None, end_second=None) for place, one in enumerate(made)]
            if any(isinstance(part, LengthFilter) for part in filters(selector)) and shape.length is not None:
                moved = [lasting(one, shape.length) for one in moved]
            yield tuple(in_order(moved if number > 1 else made))
