"""The ten sentences of `ten.pact` by hand: one pass over a sorted JSON Lines log, counts only, no explanations.

This is what the engine is measured against: it knows these ten sentences, this zone and nothing else.
`python by_hand.py LOG.jsonl AS_OF` prints the number of breaches of each sentence.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.json import decode as loads

BERLIN = ZoneInfo("Europe/Berlin")
DAY = 86_400
HOUR = 3_600


class Clock:
    """Local times to instants, each date worked out once."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, int, bool]] = {}

    def day(self, text: str) -> tuple[int, int, bool]:
        found = self.known.get(text)
        if found is None:
            day = datetime.fromisoformat(text).replace(tzinfo=BERLIN)
            start = int(day.timestamp())
            after = datetime.fromordinal(day.toordinal() + 1).replace(tzinfo=BERLIN)
            found = self.known[text] = (day.toordinal(), start, int(after.timestamp()) - start == DAY)
        return found

    def at(self, text: str) -> tuple[int, int]:
        ordinal, start, plain = self.day(text[:10])
        if plain:
            return ordinal, start + int(text[11:13]) * HOUR + int(text[14:16]) * 60
        return ordinal, int(datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp())

    def midnight(self, ordinal: int) -> int:
        return self.day(date.fromordinal(ordinal).isoformat())[1]


def judge(path: str, as_of: int) -> dict[str, int]:
    clock = Clock()
    broken = dict.fromkeys(("cap", "sum", "gap", "quota", "response", "precedence", "interval", "schedule", "prohibition", "pause"), 0)
    recent: deque[int] = deque()
    sum_day = 0
    total = 0
    last_end = -1
    waiting: dict[str, int] = {}
    notices: deque[tuple[int, int]] = deque()
    last_test = {"Ana": date(2000, 1, 1).toordinal(), "Ben": date(2000, 1, 1).toordinal()}
    weeks: dict[int, int] = {}
    checked: set[int] = set()
    consents: deque[int] = deque()
    pauses: list[list[int]] = []
    with Path(path).open("rb") as stream:
        for line in stream:
            entry = loads(line)
            day, at = clock.at(entry["at"])
            if at > as_of:
                continue
            kind = entry["type"]
            by = entry["by"]
            if kind == "encounter":
                end = clock.at(entry["end"])[1] if "end" in entry else at
                if last_end >= 0 and at < last_end + 2 * HOUR:
                    broken["gap"] += 1
                last_end = max(last_end, end)
                for start, until in pauses:
                    if start <= at < until:
                        broken["pause"] += 1
                        break
                if entry.get("place") == "home":
                    for first in (day - 1, day):
                        opens = clock.at(f"{date.fromordinal(first).isoformat()}T23:00")[1]
                        closes = clock.at(f"{date.fromordinal(first + 1).isoformat()}T05:00")[1]
                        if opens <= at < closes if at == end else at < closes and end > opens:
                            while consents and consents[0] < day - 7:
                                consents.popleft()
                            if not consents:
                                broken["prohibition"] += 1
                            break
                if "Ana" in by:
                    while recent and recent[0] <= day - 2:
                        recent.popleft()
                    recent.append(day)
                    if len(recent) > 3:
                        broken["cap"] += 1
                    waiting[entry["id"]] = end + 24 * HOUR
                    while notices and notices[0][0] < day - 14:
                        notices.popleft()
                    if notices and notices[0][1] <= at - 3 * HOUR:
                        notices.popleft()
                    else:
                        broken["precedence"] += 1
            elif kind == "expense":
                amount = entry["fields"]["amount"]
                if day != sum_day:
                    sum_day, total = day, 0
                total += amount
                if total > 60:
                    broken["sum"] += 1
            elif kind == "disclosure":
                about = entry.get("about")
                if "Ana" in by and "Ben" in entry["to"]:
                    if about is None:
                        waiting = {name: due for name, due in waiting.items() if due < at}
                    elif at <= waiting.get(about, -1):
                        del waiting[about]
            elif kind == "notice":
                if "Ana" in by and "Ben" in entry["to"]:
                    notices.append((day, at))
            elif kind == "test":
                for party in by:
                    if day > last_test[party] + 30:
                        broken["interval"] += 1
                    last_test[party] = day
            elif kind == "check-in":
                monday = day - (day - 1) % 7
                weeks[monday] = weeks.get(monday, 0) + 1
                checked.update((day - 1, day, day + 1))
            elif kind == "consent":
                if "Ben" in by:
                    consents.append(day)
            elif kind == "pause":
                until = min(date.fromisoformat(entry["until"]).toordinal(), day + 7)
                pauses.append([at, clock.midnight(until + 1)])
                pauses = pauses[-3:]
    broken["response"] = sum(due < as_of for due in waiting.values())
    today = datetime.fromtimestamp(as_of, BERLIN).toordinal()
    for last in last_test.values():
        broken["interval"] += clock.midnight(last + 31) <= as_of
    monday = date(2000, 1, 3).toordinal()
    while clock.midnight(monday + 7) <= as_of:
        broken["quota"] += weeks.get(monday, 0) < 2
        monday += 7
    sunday = date(2000, 1, 2).toordinal()
    while sunday <= today and clock.midnight(sunday + 2) <= as_of:
        broken["schedule"] += sunday not in checked
        sunday += 7
    return broken


if __name__ == "__main__":
    print(json.dumps(judge(sys.argv[1], int(sys.argv[2]))))
