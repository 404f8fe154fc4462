"""Short logs for what is forbidden for a time after something: the trigger, what ends the time, and an event around that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.who import addressed
from pactlang.log.entry import Entry
from pactlang.model.agreement import BreachTrigger, ByFilter, PersonWord, ProhibitionAfter, ToFilter, WhoWord, WithFilter
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.answers import answers, later, others_of
from pactlang.witness.counted_up import broken_up, led_up, triggering
from pactlang.witness.entries import HOUR, end_of, moment_of, placed
from pactlang.witness.events import Occasion, event_of
from pactlang.witness.following import near
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import STRANGER, Pool, parts_of
from pactlang.witness.scenario import Breach, Log, Scenario, ended

if TYPE_CHECKING:
    from pactlang.model.agreement import Duty, Selector


def barred(form: ProhibitionAfter, pool: Pool, breaches: Sequence[Breach]) -> Iterator[Scenario]:
    """A trigger, and what either text forbids after it: at every length that is named, and around all that may end it."""
    for number, cause in enumerate(_causes(form, pool, breaches)):
        first = cause.entries[-1] if cause.entries else Entry("", cause.at // DAY_SECONDS, by=cause.who)
        begin = moment_of(first) if cause.entries and not isinstance(form.trigger, BreachTrigger) else cause.at
        moments = sorted({begin - 60, begin, (begin + cause.at) // 2} | later(cause.at, pool.durations, pool))
        events = list(_events(form, first, cause.who, pool))
        for place, one in enumerate(events[: 40 if number == 0 else 8]):
            for at in moments if place < 3 else (begin + 60, cause.at + HOUR):
                yield ended((*cause.entries, *at_moment(one, at)))
        for duty in _awaited(form, pool):
            yield from _freed(duty, cause, first, events, pool, few=number > 0)


def _freed(duty: Duty, cause: Breach, first: Entry, events: list[Occasion], pool: Pool, *, few: bool) -> Iterator[Scenario]:
    """What may end it, by and to each, for whom and when; and an event just before, at and after it."""
    given = list(answers(duty, pool, replace(first, by=cause.who)))[: 4 if few else 40]
    at = cause.at + DAY_SECONDS
    for place, some in enumerate(given):
        for moment in (at, cause.at, moment_of(first) - HOUR) if place < 2 else (at,):
            free = tuple(placed(entry, moment) for entry in some)
            for one in events[: 3 if place < 2 else 1]:
                for delta in (-60, 0, 60) if place < 2 else (60,):
                    yield ended((*cause.entries, *free, *at_moment(one, max(moment, cause.at) + delta)))
        if place < 3:
            with_them = tuple(replace(placed(entry, at), with_=first.with_ or (STRANGER,)) for entry in some)
            with_others = tuple(replace(placed(entry, at), with_=("somebody",)) for entry in some)
            for free in (with_them, with_others):
                yield ended((*cause.entries, *free, *at_moment(events[0], at + 60)))


def _causes(form: ProhibitionAfter, pool: Pool, breaches: Sequence[Breach]) -> list[Breach]:
    """The triggers: the event in its kinds, or what breaks another sentence."""
    if isinstance(form.trigger, BreachTrigger):
        return near(broken_up(breaches, form.trigger.times, pool), pool)[:6]
    logs = [(*one.before, named(one.main, form)) for one in triggering(form.trigger, pool, 8)]
    for by in [pool.parties, *((party,) for party in pool.alone)]:
        one = led_up(event_of(form.trigger.selector, pool, pool.base), form.trigger.times)
        logs.append((*one.before, replace(named(one.main, form), by=by)))
    return [Breach(log, end_of(log[-1]), log[-1].by) for log in logs]


def named(main: Entry, form: ProhibitionAfter) -> Entry:
    """The trigger with somebody, where the sentence compares with whom it was."""
    return main if main.with_ or WithFilter(PersonWord.SAME_PERSON) not in form.selector.filters else replace(main, with_=(STRANGER,))


def _awaited(form: ProhibitionAfter, pool: Pool) -> list[Duty]:
    """Whatever one of the texts waits for, its own first."""
    found = [one.waits_for for one in (form, *parts_of(pool.things, ProhibitionAfter)) if one.waits_for is not None]
    return [one for place, one in enumerate(found) if one not in found[:place]]


def _events(form: ProhibitionAfter, first: Entry, who: tuple[str, ...], pool: Pool) -> Iterator[Occasion]:
    """What is forbidden: by those of the trigger and with its people, then in its other kinds, by others and with others."""
    day = first.day
    own = like(event_of(form.selector, pool, day), form.selector, first, who, pool)
    yield own
    for by in [*((party,) for party in pool.alone), pool.parties]:
        yield Occasion(replace(own.main, by=by), own.before)
    if own.main.with_:
        yield Occasion(replace(own.main, with_=(*own.main.with_, "somebody")), own.before)
        yield Occasion(replace(own.main, with_=("somebody",)), own.before)
    for one in occasions(form.selector, pool, 20, day=day):
        yield like(one, form.selector, first, who, pool)


def like(one: Occasion, selector: Selector, first: Entry, who: tuple[str, ...], pool: Pool) -> Occasion:
    """An event, by, to and with those whom the sentence compares with the trigger."""
    main = one.main
    for part in selector.filters:
        match part:
            case ByFilter(WhoWord.SAME_PARTY):
                main = replace(main, by=who)
            case ByFilter(WhoWord.THE_OTHERS):
                main = replace(main, by=others_of(pool, who))
            case ByFilter(WhoWord.ADDRESSED):
                main = replace(main, by=addressed(first, pool.parties) or others_of(pool, who))
            case ToFilter(WhoWord.SAME_PARTY):
                main = replace(main, to=who)
            case ToFilter(WhoWord.THE_OTHERS):
                main = replace(main, to=others_of(pool, who))
            case WithFilter(PersonWord.SAME_PERSON) if first.with_:
                main = replace(main, with_=first.with_)
            case _:
                pass
    return Occasion(main, one.before)


def at_moment(one: Occasion, moment: int) -> Log:
    """The event at a moment, what must come before it as long before."""
    delta = moment - moment_of(one.main)
    return (*(placed(entry, moment_of(entry) + delta) for entry in one.before), placed(one.main, moment))
