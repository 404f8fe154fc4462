"""Short logs for what follows so many of something: the others of its kind that come before, and breaches one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import BreachTrigger, Times
from pactlang.model.calendar import DAY_SECONDS, add_days
from pactlang.witness.entries import moment_of, moved, placed
from pactlang.witness.events import Occasion
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import parts_of
from pactlang.witness.scenario import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import EventTrigger
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log

_MOST = 12  # more of something than this make no short log
_SPREAD = 3  # occasions before which the others come at the edges of a window, too


def triggering(trigger: EventTrigger, pool: Pool, most: int) -> Iterator[Occasion]:
    """What sets a sentence going; where some are counted up, as many as any of the sentences asks for, and one fewer."""
    asked = list(dict.fromkeys(parts_of(pool.things, Times)))
    for number, one in enumerate(occasions(trigger.selector, pool, most)):
        if trigger.times is None:
            yield one
            continue
        for times in asked:
            yield led_up(one, times)
        yield one
        for times in asked if number < _SPREAD else ():
            if times.count > 2:
                yield led_up(one, replace(times, count=times.count - 1))
            out = add_days(one.main.day, times.window, -1)
            for back in (out + 1, out):
                yield led_up(one, times, back)


def led_up(one: Occasion, times: Times | None, first: int | None = None) -> Occasion:
    """An event as the last of so many, the others just before it; `first` is the date of the first of them, where that is another one."""
    if times is None or times.count > _MOST:
        return one
    others = times.count - 1
    main = one.main
    if moment_of(main) % DAY_SECONDS < others * 60:
        main = placed(main, moment_of(main) + others * 60)
    before = [placed(main, moment_of(main) - (others - number) * 60) for number in range(others)]
    if first is not None:
        before[0] = moved(before[0], first - main.day)
    # What must stand before (a state that began) does for the others as well.
    earlier = [entry for entry in one.before if before and moment_of(entry) > moment_of(before[0])]
    shift = max((moment_of(entry) for entry in earlier), default=0) - moment_of(before[0]) + 60 if earlier else 0
    return Occasion(main, (*(placed(entry, moment_of(entry) - shift) for entry in one.before), *before))


def broken_up(breaches: Sequence[Breach], times: Times | None, pool: Pool, first: int | None = None) -> list[Breach]:
    """Logs that break a sentence as often as any of those in question counts, the last time as before; at the edges of the windows, too.

    With `first`, the date of the first of these times, they are for `times` alone.
    """
    if times is None:
        return list(breaches)
    found: list[Breach] = []
    apart = any(trigger.by is not None for trigger in parts_of(pool.things, BreachTrigger))
    for one in breaches:
        if not one.entries:
            continue
        for asked in dict.fromkeys(parts_of(pool.things, Times)) if first is None else (times,):
            if asked.count > _MOST:
                continue
            day, span = one.entries[-1].day, one.entries[-1].day - one.entries[0].day + 1
            out = add_days(day, asked.window, -1)
            for begins in (day - span * (asked.count - 1), out + 1, out) if first is None else (first,):
                back = [begins - day, *(-span * number for number in range(asked.count - 2, 0, -1))]
                entries = tuple(moved(entry, delta) for delta in back for entry in one.entries)
                found.append(Breach((*entries, *one.entries), one.at, one.who))
                if first is None and apart:
                    found.append(Breach((*(_by_another(entry, pool) for entry in entries), *one.entries), one.at, one.who))
        if first is None:
            found.append(one)
    return found


def _by_another(entry: Entry, pool: Pool) -> Entry:
    """The same entry by one of the others: where each party's are counted apart, what another broke makes nothing twice."""
    others = [party for party in pool.parties if party not in entry.by]
    return replace(entry, by=tuple(others[:1])) if entry.by and others else entry


def as_often(broken: list[Log], times: Times | None, pool: Pool) -> list[Log]:
    """Logs that break a sentence, each as often as is counted up, as close together as may be."""
    if times is None:
        return broken
    found = []
    for log in filter(None, broken):
        first = log[-1].day - (log[-1].day - log[0].day + 1) * (times.count - 1)
        found += [one.entries for one in broken_up([Breach(log, 0)], times, pool, first)]
    # Under `only on weekdays`, what is moved by whole weeks breaks it again.
    for log in filter(None, broken):
        weeks = ((log[-1].day - log[0].day) // 7 + 1) * 7
        if times.count <= _MOST:
            found.append(tuple(moved(entry, -weeks * back) for back in range(times.count - 1, -1, -1) for entry in log))
    return [*found, *broken]  # what comes by the calendar may be broken so often as it is
