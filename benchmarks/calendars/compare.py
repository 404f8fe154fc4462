"""Other people's calendars, read by us, by ical.js and by recurring-ical-events: the same starts, or the reason why not.

`python benchmarks/calendars/compare.py ICAL.JS PLACE…`: the module `ical.js`, then folders and archives (`pip download --no-binary :all:
icalendar`, `npm pack ical`) with `.ics` files in them. Nothing of them is kept here; `docs/measurements.md` has what came out.
"""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pactlang.calendars.reading.occurrence import CalendarRead
from pactlang.calendars.reading.read import CalendarError, read_calendar

FIRST, LAST = date(1996, 1, 1), date(2026, 12, 31)
HERE = Path(__file__).parent
# What ical.js does otherwise in calendars of some kind, where we have nothing to say of an event.
BARE = "names a zone without its rules (VTIMEZONE), so that ical.js knows no dates called off or moved that are in UTC"
XWR = "times without a zone are in the calendar's own (X-WR-TIMEZONE), which ical.js leaves to others"
PATIENCE = 20  # seconds for one calendar


def calendars(places: list[str]) -> Iterator[tuple[str, bytes]]:
    """Every different calendar of these folders and archives that holds an event."""
    seen = set()
    for place in map(Path, places):
        for name, data in _archived(place) if place.is_file() else _lying(place):
            if data not in seen and b"BEGIN:VEVENT" in data.upper():
                seen.add(data)
                if data.lstrip().upper().startswith(b"BEGIN:VEVENT"):  # a test's piece of a calendar
                    data = b"BEGIN:VCALENDAR\r\n" + data.rstrip() + b"\r\nEND:VCALENDAR\r\n"
                yield f"{place.name}: {name}", data


def _lying(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.ics")):
        yield str(path.relative_to(folder)), path.read_bytes()


def _archived(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if member.isfile() and member.name.endswith(".ics") and (file := archive.extractfile(member)):
                yield member.name, file.read()


def ours(data: bytes) -> tuple[set[str], CalendarRead] | str:
    """What we find, and what is said of the rest; or why we refuse the calendar."""
    try:
        read = read_calendar(data, FIRST.toordinal(), LAST.toordinal())
    except CalendarError as wrong:
        return str(wrong)
    found = set()
    unfolded = re.sub(rb"\r?\n[ \t]", b"", data).decode("utf-8-sig", errors="replace")
    named = {uid.strip() for uid in re.findall(r"^UID[^:\r\n]*:(.*)$", unfolded, re.MULTILINE | re.IGNORECASE)}
    for one in read.found:
        uid = one.uid if one.uid in named else ""
        if one.kind == "event" and one.first is not None:
            found.add(f"{uid}|d|{date.fromordinal(one.first)}")
        elif one.kind == "event":
            found.add(f"{uid}|t|{one.start}")
    return {one for one in found if _in_window(one)}, read


def _in_window(start: str) -> bool:
    kind, said = start.split("|")[-2:]
    day = date.fromisoformat(said) if kind == "d" else (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(said))).date()
    return FIRST <= day <= LAST


def by_ical_js(module: str, data: bytes) -> set[str] | str:
    """What ical.js finds, or what it ends with."""
    with tempfile.NamedTemporaryFile(suffix=".ics") as file:
        file.write(data)
        file.flush()
        call = ["node", str(HERE / "starts.mjs"), module, file.name, str(FIRST), str(LAST)]
        try:
            done = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return "no end"
    if done.returncode:
        return next((line for line in done.stderr.splitlines() if re.match(r"\w*Error: ", line)), "an error").strip()
    return set(json.loads(done.stdout))


def by_recurring(data: bytes) -> set[str] | str:
    """What recurring-ical-events finds, or what it raises."""
    import icalendar
    import recurring_ical_events

    def enough(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, enough)
    signal.alarm(PATIENCE)
    found = set()
    try:
        for calendar in icalendar.Calendar.from_ical(data, multiple=True):
            for event in recurring_ical_events.of(calendar, components=["VEVENT"]).between(FIRST, LAST + timedelta(days=1)):
                start = event["DTSTART"].dt
                uid = str(event.get("UID", ""))
                if isinstance(start, datetime):
                    seconds = start if start.tzinfo else start.replace(tzinfo=UTC)
                    found.add(f"{uid}|t|{int(seconds.timestamp())}")
                else:
                    found.add(f"{uid}|d|{start}")
    except TimeoutError:
        return "no end"
    except Exception as wrong:
        return f"{type(wrong).__name__}: {wrong}".splitlines()[0]
    finally:
        signal.alarm(0)
    return {one for one in found if _in_window(one)}


def reasons(data: bytes, read: CalendarRead) -> dict[str, str]:
    """For each UID, what we say of it: left out, or read otherwise than it is written."""
    raw = re.sub(rb"\r\n?", b"\n", data).decode("utf-8-sig", errors="replace").split("\n")
    said: dict[str, str] = {}
    for told in (*read.remarks, *read.left):
        inside = raw[told.line - 1 :]
        stop = next((place for place, line in enumerate(inside) if line.upper().startswith("END:V")), len(inside))
        text = re.sub(r"\n[ \t]", "", "\n".join(inside[:stop]))
        uid = re.search(r"^UID[^:\n]*:(.*)$", text, re.MULTILINE | re.IGNORECASE)
        said[uid[1].strip() if uid else ""] = re.sub(r"[0-9]{8}\S*|[0-9]+|`[^`]*`|“[^”]*”", "…", told.reason)
    return said


def main() -> None:
    """Print how many calendars read alike, and every kind of difference with its reason."""
    module, *places = sys.argv[1:]
    alike: Counter[str] = Counter()
    kinds: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    starts: Counter[str] = Counter()
    for name, data in calendars(places):
        mine = ours(data)
        starts["calendars"] += 1
        if not isinstance(mine, str):
            starts["ours"] += len(mine[0])
        for whose, theirs in (("ical.js", by_ical_js(module, data)), ("recurring-ical-events", by_recurring(data))):
            if isinstance(mine, str) or isinstance(theirs, str):
                kind = f"we refuse it: {mine}" if isinstance(mine, str) else f"it ends with {theirs[:100]}"  # type: ignore[index]
                kinds[whose, "refused", kind].append(name)
                continue
            found, read = mine
            starts[whose] += len(theirs)
            if found == theirs:
                alike[whose] += 1
                continue
            said = reasons(data, read)
            for where, more in (("only they", theirs - found), ("only we", found - theirs)):
                for uid in {one.rsplit("|", 2)[0] for one in more}:
                    some = sorted(one for one in more if one.rsplit("|", 2)[0] == uid)
                    why = said.get(uid, "-")
                    if why == "-" and whose == "ical.js":
                        bare = set(re.findall(rb"TZID=\"?([^:;\"\r\n]+)", data)) - set(re.findall(rb"\nTZID[^:\r\n]*:([^\r\n]+)", data))
                        why = XWR if b"X-WR-TIMEZONE" in data else BARE if bare else "-"
                    kinds[whose, where, why].append(f"{name} {len(some)}: {some[:3]}")
    out = io.StringIO()
    out.write(f"{dict(starts)}\nalike: {dict(alike)}\n")
    for (whose, where, kind), names in sorted(kinds.items(), key=lambda one: (one[0][0], one[0][1], -len(one[1]))):
        out.write(f"\n{whose}, {where}: {kind} ({len(names)})\n" + "".join(f"    {name}\n" for name in names[:12]))
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
