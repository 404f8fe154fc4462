"""States and pauses: stretches of time that entries open and close, worked out before the pass over the log."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from pactlang.checker.event import NO, YES, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.spans import FOREVER, Spans, Stretch, before, just_after
from pactlang.model.calendar import Exact, add_days
from pactlang.model.vocabulary import PAUSE, RESUME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.checker.context import Context
    from pactlang.model.agreement import State
    from pactlang.model.calendar import Duration, Zone

PAUSED = "paused"


def last_instant(start: int, day: int, length: Duration, zone: Zone) -> int:
    """The first instant after a stretch that lasts this long: hours from its start, days to the end of its date + days."""
    if isinstance(length, Exact):
        return start + length.seconds
    return zone.midnight(add_days(day, length) + 1)


def pause_spans(events: Sequence[Event], version: int, zone: Zone, at_most: Duration | None) -> Spans:
    """When the parties have paused, as one version of the agreement sees it.

    Each pause entry in force (under this version or an earlier one) opens a stretch. It ends with its `until` date, with the last
    date allowed, or when everyone who made it has resumed, whichever comes first.
    """
    resumes: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type == RESUME:
            for party in event.by:
                resumes[party].append(event)
    keys = {party: [event.place_in_order for event in made] for party, made in resumes.items()}
    stretches = []
    for pause in events:
        if pause.type != PAUSE or not 0 <= pause.version <= version:
            continue
        sure_end = end = FOREVER
        # A pause stops from its very instant and a resume frees from its very instant, whatever the log order.
        if pause.entry.until is not None:
            sure_end = end = zone.midnight(pause.entry.until + 1)
        if at_most is not None:
            sure_end = min(sure_end, last_instant(pause.lo, pause.day, at_most, zone))
            end = min(end, last_instant(pause.hi, pause.day, at_most, zone))
        ended = [_first_after(resumes[party], keys[party], pause) if party in keys else None for party in pause.by]
        if ended and all(event is not None for event in ended):
            sure_end = min(sure_end, max(event.lo for event in ended if event is not None))
            end = min(end, max(event.hi for event in ended if event is not None))
        stretches.append(Stretch(before(pause.lo), before(pause.hi), before(sure_end), before(end), pause.entry))
    return Spans(stretches)


def _first_after(resumes: list[Event], keys: list[tuple[int, int]], pause: Event) -> Event | None:
    place = bisect_right(keys, pause.place_in_order)
    return resumes[place] if place < len(resumes) else None


def state_spans(state: State, events: Iterable[Event], context: Context) -> Spans:
    """When a declared state holds: from each event that starts it to the next that ends it, or as long as it lasts at most."""
    starts = [Matcher(selector, context) for selector in state.starts]
    ends = [Matcher(selector, context) for selector in state.ends]
    stretches: list[Stretch] = []
    closings = [event for event in events if any(matcher(event) != NO for matcher in ends)]
    close_keys = [event.place_in_order for event in closings]
    for event in events:
        verdicts = [matcher(event) for matcher in starts]
        if any(verdict != NO for verdict in verdicts):
            certain = YES in verdicts
            limit = FOREVER if state.lasts is None else last_instant(event.lo, event.day, state.lasts, context.zone)
            place = bisect_left(close_keys, (event.lo, event.entry.order + 1))
            closing = closings[place] if place < len(closings) else None
            sure_end = end = before(limit)
            if closing is not None:
                sure_end = min(sure_end, just_after(closing.lo, closing.entry.order))
                end = min(end, just_after(closing.hi, closing.entry.order))
            # An event changes a state for what comes after it.
            start, sure_start = (just_after(instant, event.entry.order) for instant in (event.lo, event.hi))
            stretches.append(Stretch(start, sure_start if certain else end, sure_end if certain else end, end, event.entry))
    return Spans(stretches)
