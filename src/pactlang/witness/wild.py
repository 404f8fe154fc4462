"""Logs that nobody thought of: what two sentences speak of, thrown together by chance, the same each time.

The short logs of `scenarios` and the longer ones of `longer` are made to tell sentences apart. These come last, for whatever those miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import Duty, Interval, Matrix, Quota, Schedule, Selector
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, add_days
from pactlang.witness.answers import answers
from pactlang.witness.entries import HOUR, elapsed, end_of, moment_of, moved, placed
from pactlang.witness.events import Occasion
from pactlang.witness.following import matrices
from pactlang.witness.longer import longer_logs
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import Pool, parts_of
from pactlang.witness.scenario import LONG, Breach, Log, Scenario
from pactlang.witness.seasons import clock_changes

if TYPE_CHECKING:
    from pactlang.witness.sides import Side

T = TypeVar("T")
_KINDS = 60  # of one event
_MOST = 8  # events in a log


class Chance:
    """Chance that is the same on every machine and under every Python: only `random()` is promised to be."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing is secret here

    def one(self, things: Sequence[T]) -> T:
        """One of several."""
        return things[int(self._random.random() * len(things))]

    def below(self, number: int) -> int:
        """A whole number from 0 on."""
        return int(self._random.random() * number)

    def often(self, share: float) -> bool:
        """Whether it happens this time."""
        return self._random.random() < share


class Wild:
    """Makes logs for a pair of sentences."""

    def __init__(self, sides: Sequence[Side], pool: Pool, breaches: Sequence[Breach], seed: int = 1) -> None:
        self._pool = pool
        self._chance = Chance(seed)
        rules = [side.rule for side in sides if side.rule is not None]
        owed = {id(duty.selector) for duty in parts_of(pool.things, Duty)}
        self._kinds: list[list[Occasion]] = [
            list(islice(occasions(one, pool, _KINDS), _KINDS)) for one in parts_of(pool.things, Selector) if id(one) not in owed
        ]
        self._kinds += [[Occasion(log[-1], log[:-1]) for log in matrices(rule, pool)] for rule in rules if isinstance(rule, Matrix)]
        self._duties = parts_of(pool.things, Duty)
        self._again = any(parts_of(pool.things, kind) for kind in (Interval, Schedule, Quota))
        self._breaches = breaches
        self._kept = [one for one in islice(longer_logs(sides, pool), 60) if one.entries] if self._again else []
        changes = [day + delta for day, _ in clock_changes(pool.zone, pool.base) for delta in (-1, 0, 1)]
        self._days = [pool.base, *pool.bases, *changes, *(add_days(pool.start, Days(months=one)) for one in range(12))]

    def logs(self) -> Iterator[Scenario]:
        """Without end."""
        while True:
            yield self._log()

    def _log(self) -> Scenario:
        chance = self._chance
        if self._kept and chance.often(0.5):
            return self._disturbed(chance.one(self._kept))
        found: list[Entry] = list(chance.one(self._breaches).entries) if self._breaches and chance.often(0.8) else []
        day = found[-1].day if found else chance.one(self._days)
        for _ in range(1 + chance.below(_MOST)):
            if self._duties and (not self._kinds or (found and chance.often(0.5))):
                found += self._answer(chance.one(found) if found else Entry("", day))
            elif self._kinds:
                found += self._event(day, found)
        found.sort(key=moment_of)
        last = max((entry.day for entry in found), default=day)
        return Scenario(tuple(found), last + (chance.one((0, 1, 7, 31, 92)) if self._again else LONG))

    def _event(self, day: int, found: list[Entry]) -> Log:
        """An event somewhere near, or at a length from another one."""
        chance = self._chance
        one = chance.one(chance.one(self._kinds))
        if found and self._pool.durations and chance.often(0.4):
            return self._placed(one, self._from(chance.one(found), later=True))
        day += chance.one((0, 0, 1, 1, 2, 3, 6, 7, 8, 14, 21, 28, chance.below(40), chance.below(100)))
        at = day * DAY_SECONDS + (one.main.second or 0)
        if chance.often(0.5):
            at = day * DAY_SECONDS + chance.one((0, 60, 30 * 60, 12 * HOUR, 23 * HOUR + 1800, DAY_SECONDS - 60, 60 * chance.below(1440)))
        return self._placed(one, at)

    def _placed(self, one: Occasion, at: int) -> Log:
        days = at // DAY_SECONDS - one.main.day
        return (*(moved(entry, days) for entry in one.before), placed(one.main, at))

    def _answer(self, to: Entry) -> Log:
        """What may keep a duty towards one of the entries, at a length from it."""
        chance = self._chance
        kinds = list(islice(answers(chance.one(self._duties), self._pool, to), 12))
        log = kinds[0] if chance.often(0.6) else chance.one(kinds)
        at = self._from(to, later=chance.often(0.6))
        return tuple(placed(entry, at) for entry in log)

    def _from(self, entry: Entry, *, later: bool) -> int:
        """A moment at about a length from an entry: at its edge, or anywhere."""
        chance, sign = self._chance, 1 if later else -1
        at = end_of(entry) if later else moment_of(entry)
        length = chance.one(self._pool.durations or (Exact(24 * HOUR),))
        shift = chance.one((0, 0, -60, 60, -HOUR, HOUR, 60 * chance.below(1440)))
        if isinstance(length, Exact):
            return elapsed(at, sign * length.seconds, self._pool.zone) + shift
        day = add_days(at // DAY_SECONDS, length, sign) + chance.one((-1, 0, 0, 1))
        return day * DAY_SECONDS + chance.one((0, 60, at % DAY_SECONDS, DAY_SECONDS - 60, 60 * chance.below(1440)))

    def _disturbed(self, kept: Scenario) -> Scenario:
        """A log that keeps one of the sentences, up to some day, with some of it moved or left out."""
        chance = self._chance
        until = chance.one(kept.entries).day
        entries = [entry for entry in kept.entries if entry.day <= until]
        for _ in range(chance.below(3)):
            place = chance.below(len(entries))
            if chance.often(0.4) and len(entries) > 1:
                del entries[place]
            else:
                entries[place] = moved(entries[place], chance.one((-1, 1, -2, 2, 7)))
                if chance.often(0.3):
                    entries[place] = replace(entries[place], by=(chance.one(self._pool.alone),))
        return Scenario(tuple(entries), max(until, *(entry.day for entry in entries)) + chance.one((0, 0, 1, 3)))
