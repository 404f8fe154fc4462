"""What a short log shows of one sentence, as the checker judges it; and the step between one that is kept and one that is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.entries import moment_of, placed, seconds_between
from pactlang.witness.scenario import Scenario
from pactlang.witness.sides import judged_under

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log
    from pactlang.witness.sides import Side

_OTHER = 1000  # how far two logs are from each other that differ in a person, a place, a tag: more than minutes, less than a day
_VALUE = 5  # the same for a number
_EVENT = 10_000
_MOST_ENTRIES = 200
_MOST_DAYS = 15_000
_FEATURES = ("type", "by", "to", "with_", "place", "tags", "covering", "fields", "until")


class Case(Struct, frozen=True):
    """A short log, the date at whose end it is judged, and what the checker finds; no `finding` where the sentence asks nothing of it.

    `kept` is all that it finds kept, where nothing is broken.
    """

    entries: Log
    last: int
    broken: bool
    finding: Finding | None = None
    kept: tuple[Finding, ...] = ()


class Pair(Struct, frozen=True):
    """Two logs that differ in as little as possible: one keeps the sentence, the other breaks it."""

    kept: Case
    broken: Case
    agreement: Agreement  # the text under which both were judged: this one sentence, and what it rests on
    zone: Zone

    @property
    def least(self) -> bool:
        """Whether the two differ by the least step: one event, a minute, a day, or one other thing about what is done at one time."""
        one, other = self.kept.entries, self.broken.entries
        if len(one) != len(other):
            few, many = sorted((one, other), key=len)
            return len(many) - len(few) == 1 and all(entry in many for entry in few)
        steps = {_step(a, b) for a, b in zip(one, other, strict=True) if a != b}
        return len(steps) == 1 and "" not in steps


class Dial(Struct, frozen=True):
    """Logs in a row, one for each whole number: what is turned is a minute, a day, a cent. `points` are tried first, in order."""

    build: Callable[[int], Scenario]
    points: Sequence[int]


class Judge:
    """Asks the checker about one sentence, and no other."""

    def __init__(self, side: Side, pool: Pool) -> None:
        self.side = side
        self.pool = pool

    def case(self, scenario: Scenario) -> Case | None:
        """What the checker says of a log; None where it cannot be told, or is still open."""
        entries = scenario.entries
        if len(entries) > _MOST_ENTRIES or scenario.last - self.pool.start > _MOST_DAYS:
            return None  # no case that anybody would read, and long to judge
        if any(one == other for place, one in enumerate(entries) for other in entries[:place]):
            return None  # a log that says the same twice says it once
        if not self.side.budget.take():
            return None
        findings = judged_under(self.side, scenario, self.pool, keep_all=True)
        states = {one.status for one in findings}
        if Status.UNKNOWN in states or Status.WAIVED in states:
            return None
        if Status.BREACH in states:
            return Case(scenario.entries, scenario.last, True, next(one for one in findings if one.status is Status.BREACH))
        kept = tuple(one for one in findings if one.status in (Status.KEPT, Status.REPAIRED))
        if Status.DUE in states and not kept:
            return None
        return Case(scenario.entries, scenario.last, False, kept[-1] if kept else None, kept)

    def edges(self, dial: Dial) -> Iterator[Pair]:
        """Where the verdict changes: between two of the points, down to the least step."""
        before: tuple[int, Case] | None = None
        for point in sorted(set(dial.points)):
            found = self.case(dial.build(point))
            if found is not None and before is not None and before[1].broken != found.broken:
                yield self._nearer(dial, before, (point, found))
            before = None if found is None else (point, found)

    def _nearer(self, dial: Dial, low: tuple[int, Case], high: tuple[int, Case]) -> Pair:
        while high[0] - low[0] > 1:
            middle = (low[0] + high[0]) // 2
            found = self.case(dial.build(middle))
            if found is None:
                break
            if found.broken == low[1].broken:
                low = (middle, found)
            else:
                high = (middle, found)
        return self._paired(low[1], high[1])

    def _paired(self, one: Case, other: Case) -> Pair:
        kept, broken = (other, one) if one.broken else (one, other)
        began = broken.finding.began if broken.finding is not None else None
        if began is not None:  # the pause that is broken in the one case is what was kept in the other; what it leads to may pause, too
            kept = replace(kept, finding=next((found for found in kept.kept if found.at == began), kept.finding))
        return Pair(kept, broken, self.side.text, self.pool.zone)

    def pair(self, one: Scenario, other: Scenario) -> Pair | None:
        """Two logs as a pair, where the checker keeps the one and breaks the other."""
        cases = [self.case(one), self.case(other)]
        if cases[0] is None or cases[1] is None or cases[0].broken == cases[1].broken:
            return None
        return self._paired(cases[0], cases[1])

    def nearest(self, scenarios: Sequence[Scenario]) -> Pair | None:
        """Of many logs the two that differ least and are judged differently."""
        cases = [found for found in map(self.case, scenarios) if found is not None]
        cases = [one for one in cases if all(not (entry.second or 0) % 60 and not (entry.end_second or 0) % 60 for entry in one.entries)]
        kept = [one for one in cases if not one.broken]
        broken = [one for one in cases if one.broken]
        if not kept or not broken:
            return None
        good, bad = _least(kept, broken)
        found = self._paired(good, bad)
        if good.entries == bad.entries:
            return None  # only the moment of judging differs
        return found if found.least else self._refined(found)

    def _refined(self, pair: Pair) -> Pair:
        """The same down to the minute, where only the time of one entry differs."""
        kept, broken = pair.kept, pair.broken
        places = [place for place, (one, other) in enumerate(zip(kept.entries, broken.entries, strict=False)) if one != other]
        if len(kept.entries) != len(broken.entries) or len(places) != 1:
            return pair
        place = places[0]
        one, other = kept.entries[place], broken.entries[place]
        if features(one, other) or seconds_between(one) != seconds_between(other):
            return pair
        start, minutes = moment_of(one), (moment_of(other) - moment_of(one)) // 60
        sign = 1 if minutes > 0 else -1
        last = max(kept.last, broken.last)

        def build(steps: int) -> Scenario:
            entries = (*kept.entries[:place], placed(one, start + sign * steps * 60), *kept.entries[place + 1 :])
            return Scenario(entries, last)

        return next(self.edges(Dial(build, [0, abs(minutes)])), pair)


def _least(kept: Sequence[Case], broken: Sequence[Case]) -> tuple[Case, Case]:
    return min(((one, other) for one in kept for other in broken), key=lambda two: distance(two[0].entries, two[1].entries))


def features(one: Entry, other: Entry) -> tuple[str, ...]:
    """What two entries differ in, but for their times."""
    return tuple(name for name in _FEATURES if getattr(one, name) != getattr(other, name))


def _step(one: Entry, other: Entry) -> str:
    """The least step between two entries; empty where it is more than one."""
    found = features(one, other)
    start, length = abs(moment_of(one) - moment_of(other)), abs(seconds_between(one) - seconds_between(other))
    if found:
        return found[0] if len(found) == 1 and not start and not length else ""
    return "" if start and length else {60: "minute", DAY_SECONDS: "day"}.get(start or length, "")


def distance(one: Log, other: Log) -> int:
    """How much two logs differ, in minutes: a detail counts as more than any hour, an event as more than any detail."""
    if len(one) != len(other):
        few, many = sorted((one, other), key=len)
        extra = len(many) - len(few)
        return _EVENT * extra if all(entry in many for entry in few) else _EVENT * 10 * extra
    return sum(_apart(a, b) for a, b in zip(one, other, strict=True))


def _values_apart(one: Entry, other: Entry) -> int:
    """Two amounts are near each other; a word and another are not."""
    if one.fields == other.fields:
        return 0
    apart = 0
    for name in one.fields.keys() | other.fields.keys():
        here, there = one.fields.get(name), other.fields.get(name)
        if here != there:
            near = isinstance(here, Decimal) and isinstance(there, Decimal) and abs(here - there)
            apart += min(_VALUE - 1, int(near * 100)) if near else _VALUE - 1
    return _VALUE + apart


def _apart(one: Entry, other: Entry) -> int:
    if one == other:
        return 0
    far = _EVENT if one.type != other.type else 0
    far += _OTHER * sum(
        (one.by != other.by, one.to != other.to, one.with_ != other.with_, one.place != other.place, one.tags != other.tags)
    )
    far += _OTHER * (one.covering != other.covering) + _OTHER * (one.until != other.until)
    far += _values_apart(one, other)
    start, length = abs(moment_of(one) - moment_of(other)), abs(seconds_between(one) - seconds_between(other))
    # The same clock time on another day reads as one step.
    return far + (start if start % DAY_SECONDS else start // 2 + 60) // 60 + length // 60
