"""At what time of day an event is within some windows of the clock and outside others."""

from __future__ import annotations

from collections.abc import Sequence

from pactlang.log.entry import Entry
from pactlang.model.agreement import ClockFilter, ClockPart, DuringFilter, Selector
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.entries import HOUR, placed, seconds_between


def at_hours(main: Entry, wanted: Sequence[ClockFilter], avoided: Sequence[ClockFilter], *, shorter: bool) -> Entry:
    """The same event on its date at a time that all wanted windows hold of and none of the avoided ones, if there is one.

    What fits already stays as it is. `shorter`: its length may be given up for it.
    """
    second, length = main.second or 0, seconds_between(main)

    def fits(start: int, length: int) -> bool:
        return all(touched(one, start, length) for one in wanted) and not any(touched(one, start, length) for one in avoided)

    if fits(second, length):
        return main
    edges = sorted({edge for one in (*wanted, *avoided) for edge in (one.start, one.end)})
    for lasts in dict.fromkeys((length, *((min(length, HOUR // 2), 0) if shorter else ()))):
        # In the middle of each stretch between two edges; then at the edges themselves, for its start and for its end.
        stretches = zip(edges, [*edges[1:], *edges[:1]], strict=True)
        middles = [edge + ((after - edge) % DAY_SECONDS or DAY_SECONDS) // 2 for edge, after in stretches]
        for start in (*middles, *(one - lasts for one in middles), *edges, *(one - lasts for one in edges)):
            if fits(start % DAY_SECONDS, lasts):
                return placed(main, main.day * DAY_SECONDS + start % DAY_SECONDS, lasts)
    return main


def hour_for(selector: Selector, usual: int) -> int:
    """A second of a date at which a selector means an event; the usual one, if it does."""
    filters = (*selector.alternatives[0].filters, *selector.filters)
    wanted = [one for one in filters if isinstance(one, ClockFilter)]
    named = [one.hours.lines[0] for one in filters if isinstance(one, DuringFilter)]
    wanted += [ClockFilter(ClockPart.ANY, one.start, one.end) for one in named]
    return at_hours(Entry("", 0, usual), wanted, (), shorter=True).second or 0 if wanted else usual


def touched(window: ClockFilter, start: int, length: int) -> bool:
    """Whether a window holds of an event that starts at a second of a date and lasts so long, on days of 24 hours."""
    opens, lasts = window.start, (window.end - window.start) % DAY_SECONDS or DAY_SECONDS
    if window.part is ClockPart.START:
        return (start - opens) % DAY_SECONDS < lasts
    if window.part is ClockPart.END:
        return 0 < ((start + length - opens) % DAY_SECONDS or DAY_SECONDS) <= lasts
    return (start - opens) % DAY_SECONDS < lasts or (opens - start) % DAY_SECONDS < length
