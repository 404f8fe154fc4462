"""At which moments a case is looked at: a case is dear to draw, so that each is asked at several moments while something is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pactlang.checker.timeline import timeline
from pactlang.model.calendar import load_zone

from ..reference.clock import Clock
from ..reference.strategies import Case

UTC = load_zone("UTC")
HOUR = 3600


def moments(case: Case, most: int = 4) -> Iterator[Case]:
    """The same case as of several moments: at entries, just after them, between, days later; those in force first, spread over time."""
    clock = Clock(case.models[0].zone)
    starts = sorted({clock.instant(entry.day, entry.second or 0, entry.offset) for entry in case.entries})
    asked = {at for start in starts for at in (start, start + 1, start + 9 * HOUR, start + 50 * HOUR)} | {case.as_of}
    first = min(entry.day for entry in case.entries)
    versions = timeline(case.models, UTC, first).versions
    inside = sorted(at for at in asked if any(version.judges(at) for version in versions))
    step = max(1, len(inside) // most)
    for at in inside[::step][:most]:
        yield replace(case, as_of=at)
