"""Writes a log of N entries, about ten a day, mostly kept: `python make_log.py N FILE.jsonl`."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2001, 1, 1, 6, 0)  # noqa: DTZ001 - logs hold local times


def entries(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """The entries in order of their start."""
    rng = random.Random(seed)
    made: list[dict[str, Any]] = []
    day = START
    number = 0
    while len(made) < count:
        made.extend(_day(day, rng, number))
        number += 4
        day += timedelta(days=1)
    made.sort(key=lambda entry: str(entry["at"]))
    return made[:count]


def _day(day: datetime, rng: random.Random, number: int) -> list[dict[str, Any]]:
    def at(hours: float) -> str:
        return (day + timedelta(minutes=int(hours * 60) + rng.randrange(30))).isoformat(timespec="minutes")

    made: list[dict[str, Any]] = []
    if rng.random() < 0.9:
        made.append({"at": at(2), "type": "notice", "by": ["Ana"], "to": ["Ben"]})
        place = rng.choice(["cafe", "home", "park"])
        start = at(13)
        end = (datetime.fromisoformat(start) + timedelta(hours=rng.choice([2, 3, 4]))).isoformat(timespec="minutes")
        made.append({"at": start, "end": end, "type": "encounter", "by": ["Ana"], "with": ["dana"], "place": place, "id": f"e{number}"})
        delay = rng.choice([18, 20, 22, 26, 41]) if rng.random() < 0.05 else rng.choice([18, 19, 20])
        made.append({"at": at(13 + delay), "type": "disclosure", "by": ["Ana"], "to": ["Ben"], "about": f"e{number}"})
    if rng.random() < 0.5:
        made.append({"at": at(6), "type": "encounter", "by": ["Ben"], "with": ["kim"], "place": "cafe", "id": f"e{number + 1}"})
    made.extend(
        {"at": at(rng.uniform(0, 14)), "type": "expense", "by": [rng.choice(["Ana", "Ben"])], "fields": {"amount": rng.randrange(1, 20)}}
        for _ in range(5)
    )
    if day.weekday() in (2, 6) and rng.random() < 0.97:
        made.append({"at": at(13), "type": "check-in", "by": ["Ana", "Ben"]})
    if rng.random() < 0.3:
        made.append({"at": at(3), "type": "consent", "by": ["Ben"], "to": ["Ana"]})
    if rng.random() < 0.05:
        made.append({"at": at(4), "type": "test", "by": [rng.choice(["Ana", "Ben"])]})
    if rng.random() < 0.004:
        until = (day + timedelta(days=2)).date().isoformat()
        made.append({"at": at(14.5), "type": "pause", "by": ["Ben"], "until": until})
    while len(made) < 10:
        made.append({"at": at(rng.uniform(0, 15)), "type": "gratitude", "by": [rng.choice(["Ana", "Ben"])]})
    for place, entry in enumerate(made):
        entry.setdefault("id", f"x{number}-{place}")
    return made


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as stream:
        for entry in entries(int(sys.argv[1])):
            stream.write(json.dumps(entry) + "\n")
