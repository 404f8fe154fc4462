"""Writes a log of N entries, ten a day: `python make_log.py N FILE.jsonl [few|many]` (a breach in a thousand entries, or in ten)."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

START = datetime(2001, 1, 1, 6, 0)  # noqa: DTZ001 - logs hold local times


class Rates(NamedTuple):
    """How often things happen in a day."""

    late: float  # a disclosure may come late
    missed: float  # a check-in is missed
    test: float
    consent: float
    pause: float
    most: int  # an expense is less than that


RATES = {
    "few": Rates(late=0.001, missed=0.002, test=0.35, consent=0.8, pause=0.0001, most=13),
    "many": Rates(late=0.05, missed=0.03, test=0.05, consent=0.3, pause=0.004, most=26),
}


def entries(count: int, seed: int = 7, breaches: str = "many") -> list[dict[str, Any]]:
    """The entries in order of their start."""
    rng, rates = random.Random(seed), RATES[breaches]
    made: list[dict[str, Any]] = []
    day = START
    number = 0
    while len(made) < count:
        made.extend(_day(day, rng, number, rates))
        number += 4
        day += timedelta(days=1)
    made.sort(key=lambda entry: str(entry["at"]))
    return made[:count]


def _day(day: datetime, rng: random.Random, number: int, rates: Rates) -> list[dict[str, Any]]:
    def at(hours: float) -> str:
        return (day + timedelta(minutes=int(hours * 60) + rng.randrange(30))).isoformat(timespec="minutes")

    made: list[dict[str, Any]] = []
    if rng.random() < 0.9:
        made.append({"at": at(2), "type": "notice", "by": ["Ana"], "to": ["Ben"]})
        place = rng.choice(["cafe", "home", "park"])
        start = at(13)
        end = (datetime.fromisoformat(start) + timedelta(hours=rng.choice([2, 3, 4]))).isoformat(timespec="minutes")
        made.append({"at": start, "end": end, "type": "encounter", "by": ["Ana"], "with": ["dana"], "place": place, "id": f"e{number}"})
        delay = rng.choice([18, 20, 22, 26, 41]) if rng.random() < rates.late else rng.choice([18, 19, 20])
        made.append({"at": at(13 + delay), "type": "disclosure", "by": ["Ana"], "to": ["Ben"], "about": f"e{number}"})
    if rng.random() < 0.5:
        made.append({"at": at(6), "type": "encounter", "by": ["Ben"], "with": ["kim"], "place": "cafe", "id": f"e{number + 1}"})
    for _ in range(5):
        paid = {"amount": rng.randrange(1, rates.most)}
        made.append({"at": at(rng.uniform(0, 14)), "type": "expense", "by": [rng.choice(["Ana", "Ben"])], "fields": paid})
    if day.weekday() in (2, 6) and rng.random() > rates.missed:
        made.append({"at": at(13), "type": "check-in", "by": ["Ana", "Ben"]})
    if rng.random() < rates.consent:
        made.append({"at": at(3), "type": "consent", "by": ["Ben"], "to": ["Ana"]})
    if rng.random() < rates.test:
        made.append({"at": at(4), "type": "test", "by": [rng.choice(["Ana", "Ben"])]})
    if rng.random() < rates.pause:
        until = (day + timedelta(days=2)).date().isoformat()
        made.append({"at": at(14.5), "type": "pause", "by": ["Ben"], "until": until})
    while len(made) < 10:
        made.append({"at": at(rng.uniform(0, 15)), "type": "gratitude", "by": [rng.choice(["Ana", "Ben"])]})
    for place, entry in enumerate(made):
        entry.setdefault("id", f"x{number}-{place}")
    return made


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as stream:
        for entry in entries(int(sys.argv[1]), breaches=(sys.argv[3:] or ["many"])[0]):
            stream.write(json.dumps(entry) + "\n")
