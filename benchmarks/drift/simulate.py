"""How often `pact check` sees drift where there is none, and how early where something creeps to its limit: whole logs, week by week.

    python benchmarks/drift/simulate.py [LOGS]        logs of each kind, default 100

Steady logs last 18 months and use, each time, between 35 % and 75 % of the allowance (and, as scatter goes, less or more than that).
Creeping ones are steady for 26 weeks; then their middle rises from 55 % to the limit over 13, 26 or 52 weeks, with the same scatter, until
the first breach. "At the end" is one check after 18 months; "ever" is any of 78 checks, one a week. Creeping logs count as seen where any
check up to the one on the first breach's date shows drift.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pactlang import checker as check
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.inputs import load_text
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement
from pactlang.model.calendar import load_zone

assert check  # the public way in; here the engine is called many times over one log
FIRST = date(2025, 1, 6).toordinal()
ZONE = load_zone("Europe/Berlin")
HEAD = """pact "Simulation"
    between Ana and Ben
    in force from 2025-01-06
    time zone Europe/Berlin
use relationships
"""


@dataclass(frozen=True)
class Kind:
    """One thing that may creep: its sentence, how often it happens (days), and the entries that use a share of its allowance."""

    name: str
    sentence: str
    every: int


KINDS = [
    Kind("delay of disclosures, weekly", "disclosure d\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n", 7),
    Kind("delay of disclosures, monthly", "disclosure d\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n", 30),
    Kind("gap between check-ins, of 10 days", "check-in d\n    check-in by everyone every 10 days\n", 0),
    Kind("gap between tests, of 60 days", "testing d\n    test by Ana every 60 days\n", 0),
    Kind("evenings a month, of 4", "cap d\n    at most 4 encounters per month by Ana\n", -4),
    Kind("evenings a month, of 8", "cap d\n    at most 8 encounters per month by Ana\n", -8),
    Kind("hour at which evenings end, weekly", "boundary d\n    no encounter ending between 23:30 and 06:00\n", 7),
    Kind("hour at which evenings end, monthly", "boundary d\n    no encounter ending between 23:30 and 06:00\n", 30),
]


def shares(rng: random.Random, half: float, creep_weeks: int | None, total: int) -> Iterator[tuple[int, float]]:
    """Endlessly: given a day, the share that is used on it. Sent as a function to keep the scatter in one place."""
    day = yield 0, 0.0
    while True:
        middle = 0.55
        if creep_weeks is not None:
            middle += 0.45 * min(1.4, max(0.0, (day - FIRST - total) / (creep_weeks * 7)))
        day = yield day, max(0.02, middle + rng.uniform(-half, half))


def log_of(kind: Kind, rng: random.Random, half: float, creep_weeks: int | None) -> list[Entry]:
    """A log of one kind."""
    steady = 26 * 7
    share = shares(rng, half, creep_weeks, steady)
    next(share)
    days = 78 * 7 if creep_weeks is None else steady + creep_weeks * 7 * 7 // 5
    entries: list[Entry] = []
    day = FIRST
    while day < FIRST + days:
        if kind.every < 0:  # so many in a month, spread over it
            first = date.fromordinal(day).replace(day=1)
            after = (first + timedelta(days=32)).replace(day=1)
            used = round(share.send(day)[1] * -kind.every)
            places = sorted(rng.sample(range(first.toordinal(), after.toordinal()), used))
            entries += [evening(one, 22 * 3600) for one in places if one >= FIRST]
            day = after.toordinal()
        elif kind.every == 0:  # stretches
            limit = 10 if "10 days" in kind.name else 60
            entries.append(Entry("check-in" if limit == 10 else "test", day, 12 * 3600, by=("Ana", "Ben") if limit == 10 else ("Ana",)))
            day += max(1, round(share.send(day)[1] * limit))
        else:
            used = share.send(day)[1]
            if "delay" in kind.name:
                entries.append(evening(day, 22 * 3600, f"e{day}"))
                told = day * 86_400 + 22 * 3600 + round(used * 86_400 / 300) * 300
                entries.append(Entry("disclosure", told // 86_400, told % 86_400, by=("Ana",), to=("Ben",), about=f"e{day}"))
            else:
                end = 23 * 3600 + 1800 - round((1 - used) * 4 * 3600 / 300) * 300
                entries.append(evening(day, end))
            day += kind.every
    for order, entry in enumerate(entries):
        entry.order = order
    return entries


def evening(day: int, end: int, name: str | None = None) -> Entry:
    return Entry("encounter", day, 18 * 3600, None, day + end // 86_400, end % 86_400, by=("Ana",), with_=("dana",), id=name)


def seen(agreement: Agreement, entries: list[Entry], day: int) -> tuple[bool, bool]:
    """Whether a check at the end of a day shows drift, and whether it shows a breach."""
    found = judge([agreement], entries, ZONE.midnight(day + 1) - 1, ZONE).findings
    return any(one.status is Status.DRIFT for one in found), any(one.status is Status.BREACH for one in found)


def in_time(agreement: Agreement, entries: list[Entry]) -> bool:
    """Whether drift is seen in a weekly check, or in one on the day of the first breach."""
    last = max(entry.day for entry in entries)
    breach = next((day for day in range(FIRST, last + 80) if day % 3 == 0 and seen(agreement, entries, day)[1]), last)
    while breach > FIRST and seen(agreement, entries, breach - 1)[1]:
        breach -= 1
    return any(seen(agreement, entries, day)[0] for day in [*range(FIRST + 26 * 7, breach, 7), breach])


def main() -> None:
    logs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for half in (0.1, 0.2, 0.3):
        print(f"\nscatter: {0.55 - half:.0%} to {0.55 + half:.0%} of the allowance")
        print(f"{'':38} steady, at the end  steady, ever   creeping over 13, 26, 52 weeks")
        for kind in KINDS:
            agreement = load_text(HEAD + kind.sentence)
            at_end = ever = 0
            for seed in range(logs):
                entries = log_of(kind, random.Random(seed), half, None)
                last = FIRST + 78 * 7
                at_end += seen(agreement, entries, last)[0]
                ever += any(seen(agreement, entries, day)[0] for day in range(FIRST + 7, last + 1, 7))
            caught = []
            for weeks in (13, 26, 52):
                caught.append(sum(in_time(agreement, log_of(kind, random.Random(seed), half, weeks)) for seed in range(logs)) / logs)
            print(
                f"{kind.name:38} {at_end / logs:17.0%} {ever / logs:13.0%}   {'  '.join(f'{share:6.0%}' for share in caught)}", flush=True
            )


if __name__ == "__main__":
    main()
