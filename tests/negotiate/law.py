"""A direction that `diff` shows alone is contradicted by no random log: random pairs of sentences, and logs that the search did not make.

`python -m tests.negotiate.law SECONDS [SEED]` tries pairs for so long and prints every pair that a log contradicts: one of which a
direction was claimed, or one for which the search found nothing of what the log shows (then `diff` claims nothing).
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from random import Random
from time import process_time

from msgspec.structs import replace

from pactlang import InputError
from pactlang.checker.budget import Budget
from pactlang.log.entry import Entry
from pactlang.model.agreement import Alternative, Interval, Matrix
from pactlang.model.calendar import DAY_SECONDS, Days, add_days
from pactlang.witness.direction import Direction
from pactlang.witness.entries import HOUR, elapsed, end_of, placed
from pactlang.witness.events import starts_of
from pactlang.witness.pool import Pool, parts_of, pool_of
from pactlang.witness.scenario import Scenario
from pactlang.witness.search import STEPS, batches
from pactlang.witness.seasons import clock_changes, seasons, stages
from pactlang.witness.sides import Given, Side, breaching, broken_under, side_of, things_of
from pactlang.witness.stricter import never_shown
from pactlang.witness.wild import Wild
from tests.negotiate.random_pairs import given, pair

# From the first of January: ends of months and quarters, a month with five Mondays, and the days around them.
EDGES = (0, 27, 30, 31, 58, 59, 88, 89, 90, 118, 119, 120, 149, 151, 180, 181, 211, 242, 243, 272, 273, 303, 333, 364, 365)
STEPS_OF_DAYS = (0, 0, 0, 1, 1, 2, 3, 6, 7, 7, 8, 13, 14, 28, 29, 30, 31, 89, 90, 91, 92)
SECONDS = (0, 60, 9 * HOUR, 12 * HOUR, 20 * HOUR, 23 * HOUR, DAY_SECONDS - 60)
LATER = (0, 1, 3, 7, 31, 100, 400)


class Scattered:
    """Logs that know nothing of the sentences but the words of which they speak: events on calendar edges, and at lengths from others."""

    def __init__(self, chance: Random, pool: Pool, given: list[Given]) -> None:
        self._chance = chance
        self._pool = pool
        self._intervals = bool(parts_of(pool.things, Interval))
        tables = parts_of(pool.things, Matrix)
        self._types = list(dict.fromkeys(one.event for one in parts_of(pool.things, Alternative))) + ["encounter", "consent"] * len(tables)
        self._tags = (*pool.tags, *(row.activity for one in tables for row in one.rows))
        self._types += ["withdraw consent", "refuse"] if "consent" in self._types else []
        self._types += ["pause", "pause", "resume"] if "pause" in str(given[0][1]) or "paused" in pool.state_names else []
        edges = [day + delta for day in pool.edges for delta in (-1, 0, 1)] + [day for day, _ in clock_changes(pool.zone, pool.base)]
        self._edges = [*edges, *edges, *(pool.start + day for day in EDGES)]
        self._clocks = [second for one in pool.clocks for second in (one.start, one.end)]

    def logs(self) -> Iterator[Scenario]:
        """Without end."""
        while True:
            yield self._log()

    def _log(self) -> Scenario:
        chance, pool = self._chance, self._pool
        base = chance.choice(self._edges) + chance.choice((-1, 0, 0, 0, 1, 2, -7, -31, -90, chance.randrange(31)))
        entries: list[Entry] = []
        for _ in range(chance.randrange(1, 9)):
            entry = self._entry(chance.choice(self._types), base + chance.choice((*STEPS_OF_DAYS, chance.randrange(95))))
            if entries and pool.durations and chance.random() < 0.4:
                entry = placed(entry, self._at_a_length(chance.choice(entries)))
            entries.append(entry)
            if chance.random() < 0.15:
                entries += [replace(entry, by=(party,)) for party in pool.parties if (party,) != entry.by]
        for name in pool.state_names:
            if chance.random() < 0.5:
                first = min(entries, key=lambda one: one.day)
                ways = starts_of(name, first, pool, chance.choice((60, HOUR, DAY_SECONDS, chance.randrange(60) * HOUR)))
                entries += chance.choice(ways) if ways else ()
        # Where a text takes over, the open stretch of an interval goes on: what came before both is left out.
        first = pool.start if self._intervals else pool.start - 400
        entries = [entry for entry in entries if entry.day >= first]
        entries.sort(key=lambda one: (one.day, one.second))
        return Scenario(tuple(entries), max(pool.start, entries[-1].day) + chance.choice(LATER)) if entries else Scenario((), base)

    def _entry(self, event: str, day: int) -> Entry:
        chance, pool = self._chance, self._pool
        second = chance.choice((*SECONDS, *self._clocks, *self._clocks, 60 * chance.randrange(1440)))
        second = (second + chance.choice((0, 0, 0, 60, -60))) % DAY_SECONDS
        by = tuple(chance.sample(pool.parties, chance.choice((1, 1, 1, 2, len(pool.parties)))))
        others = tuple(party for party in pool.parties if party not in by)
        people = [*pool.people, "somebody"]
        with_ = tuple(chance.sample(people, min(len(people), chance.choice((1, 1, 1, 2))))) if event in pool.with_person else ()
        entry = Entry(event, day, second, by=by, with_=with_)
        if event == "expense":
            return replace(entry, fields={"amount": Decimal(chance.choice((25, 50, 51, 100, 150, 200, 201))), "unit": "EUR"})
        if pool.fields:
            values = {one.field: one.value for one in pool.fields}
            picked = {name: value if isinstance(value, str) else value + chance.choice((-1, 0, 1)) for name, value in values.items()}
            entry = replace(entry, fields={name: value for name, value in picked.items() if chance.random() < 0.7})
        if chance.random() < 0.4:
            entry = replace(entry, to=chance.choice((others, others[:1])), covering=pool.covering[: chance.choice((0, 1, 2))])
        if pool.places or self._tags:
            place = chance.choice((None, "home", *pool.places))
            entry = replace(entry, place=place, tags=tuple(tag for tag in self._tags if chance.random() < 0.5))
        length = chance.choice((None, None, 1800, 2 * HOUR, 3 * HOUR, 4 * HOUR, 26 * HOUR, 60 * chance.randrange(600)))
        return placed(entry, day * DAY_SECONDS + second, length) if length else entry

    def _at_a_length(self, entry: Entry) -> int:
        chance, pool = self._chance, self._pool
        sign, length = chance.choice((1, 1, -1)), chance.choice(pool.durations)
        at = end_of(entry) if sign > 0 else entry.day * DAY_SECONDS + (entry.second or 0)
        if isinstance(length, Days):
            day = add_days(at // DAY_SECONDS, length, sign) + chance.choice((-1, 0, 0, 1))
            return day * DAY_SECONDS + chance.choice((*SECONDS, at % DAY_SECONDS))
        return elapsed(at, sign * length.seconds, pool.zone) + chance.choice((0, 0, -60, 60, HOUR, -HOUR))


def contradiction(old: Given, new: Given, seed: int, logs: int = 24) -> tuple[set[Direction], Scenario | None]:
    """The directions that logs by chance show of a pair, and such a log of a direction that the search does not find, were there one.

    Where chance shows nothing, nothing can be contradicted. Otherwise the search goes on until it has found what chance shows, and no
    longer; one that is cut short claims nothing. What is said never to be shown may not be shown by chance either.
    """
    shown = _by_chance([old, new], seed, logs)
    budget = Budget(STEPS)
    left = set(shown)
    never = left & never_shown(old, new)
    if never:
        return set(shown), shown[min(never)]
    for batch in batches(old, new, budget) if left else ():
        for case in batch.cases:
            if budget.spent or not left:
                break
            left -= says(batch.sides, case, batch.pool, left)
        if budget.spent or not left:
            return set(shown), None
    return set(shown), shown[min(left)] if left else None


def _by_chance(given: list[Given], seed: int, logs: int) -> dict[Direction, Scenario]:
    """The directions that some logs by chance show, each with the first of them."""
    chance, budget = Random(seed), Budget(10**9)
    pool = pool_of((given[0][0], given[1][0]), tuple(things_of(rule) for _, rule in given))
    rules = [rule for _, rule in given]
    broken = breaching(given, budget)
    ordinary = stages(pool, rules)
    stage = chance.choice([*ordinary, *ordinary, *seasons(ordinary[0], rules)])
    sides = (side_of(given[0], given, broken, stage, budget, lifting=True), side_of(given[1], given, broken, stage, budget, lifting=True))
    scattered = Scattered(chance, stage, given).logs()
    wild = Wild(sides, stage, [log for _, log in broken], seed=chance.randrange(10**6)).logs()
    shown: dict[Direction, Scenario] = {}
    left = {Direction.TIGHTER, Direction.LOOSER}
    # Of an interval, nothing is tried from before its first day in force: where a text takes over, the open stretch goes on (R70).
    first = stage.start if parts_of(pool.things, Interval) else 0
    for case in islice(_in_turn(scattered, wild), logs):
        if any(entry.day < first for entry in case.entries):
            continue
        for direction in says(sides, case, stage, left):
            shown[direction] = case
            left = left - {direction}
        if not left:
            break
    return shown


def _in_turn(one: Iterator[Scenario], other: Iterator[Scenario]) -> Iterator[Scenario]:
    while True:
        yield next(one)
        yield next(other)


def says(sides: tuple[Side, Side], case: Scenario, pool: Pool, wanted: set[Direction]) -> set[Direction]:
    """The direction that a log shows, if any that is wanted."""
    breaks = 0 if wanted == {Direction.LOOSER} else 1
    one = broken_under(sides[breaks], case, pool)
    if one is None or (len(wanted) == 1 and not one):
        return set()
    other = broken_under(sides[1 - breaks], case, pool)
    if other is None or bool(one) == bool(other):
        return set()
    return {Direction.TIGHTER if bool(one) == bool(breaks) else Direction.LOOSER} & wanted


def described(case: Scenario) -> str:
    """A log as a case by hand would have it."""
    from datetime import date

    lines = []
    for entry in case.entries:
        second = entry.second or 0
        words = [f"{date.fromordinal(entry.day)} {second // 3600:02}:{second % 3600 // 60:02}"]
        if entry.end_day is not None and entry.end_second is not None:
            words.append(f"to {date.fromordinal(entry.end_day)} {entry.end_second // 3600:02}:{entry.end_second % 3600 // 60:02}")
        words += [entry.type, "by", ",".join(entry.by)]
        words += [f"{name} {value}" for name in ("to", "with_", "place", "tags", "covering", "fields") if (value := getattr(entry, name))]
        lines.append(" ".join(words))
    return "\n".join([*lines, f"as of {date.fromordinal(case.last)}"])


def main(seconds: float, seed: int) -> None:
    """Try pairs for so long."""
    gc.disable()
    begun, chance, count = process_time(), Random(seed), 0
    said: Counter[str] = Counter()
    while process_time() - begun < seconds:
        texts = pair(chance)
        count += 1
        try:
            shown, case = contradiction(given(texts[0]), given(texts[1]), seed * 1_000_003 + count)
        except InputError:
            said["refused"] += 1
            continue
        said[" and ".join(sorted(shown)) or "nothing"] += 1
        if case is not None:
            claimed = shown & never_shown(given(texts[0]), given(texts[1]))
            said["claimed falsely" if claimed else "not found"] += 1
            head = f"{'FALSE CLAIM, ' if claimed else ''}seed {seed * 1_000_003 + count}"
            print(f"{head}\n- {texts[0]}\n+ {texts[1]}\n{sorted(shown)}\n{described(case)}\n", flush=True)
        if count % 100 == 0:
            gc.collect()
        if count % 500 == 0:
            print(count, f"{process_time() - begun:.0f} s", dict(said), flush=True)
    print(count, dict(said), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
