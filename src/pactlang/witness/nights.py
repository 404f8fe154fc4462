"""Events for sentences that count dates or nights: one on each of some dates, gone on into a night or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.meaning import part_meaning
from pactlang.model.named import EVERY_DAY, NOON
from pactlang.witness.entries import HOUR, lasting, moment_of

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Measure
    from pactlang.model.named import HoursOn, NamedHours


def apart(measure: Measure, step: int) -> int:
    """How far apart events are that each count: on dates of their own where dates or nights are counted, else a step."""
    return DAY_SECONDS if measure.by_dates else step


def overnight(entry: Entry, measure: Measure) -> Entry:
    """The same, gone on into the night that follows, where nights are counted.

    >>> from decimal import Decimal
    >>> from pactlang.log.entry import Entry
    >>> from pactlang.model.agreement import Measure, Unit
    >>> from pactlang.model.named import NIGHT
    >>> overnight(Entry("guest", 739321, 72_000), Measure(Unit.NIGHTS, Decimal(2), night=NIGHT)).end_second
    3600
    """
    for line in measure.night.lines if measure.night is not None else ():
        late = line.start >= NOON
        if line.days.holds(entry.day + (not late)):
            opens = (entry.day + (not late)) * DAY_SECONDS + line.start
            inside = min(HOUR, ((line.end - line.start) % DAY_SECONDS or DAY_SECONDS) // 2)
            return lasting(entry, max(inside, opens + inside - moment_of(entry)))
    return entry


def nights_within(night: NamedHours | None, other: NamedHours | None, *, ends: bool = True) -> bool:
    """Whether each night surely lies in the other's of the same evening: those of every day, an hour or more within it at an edge or not at
    all, since clocks skip an hour. Without `ends`, both must end alike: else an event may count for another evening.

    >>> from pactlang.model.named import NIGHT, HoursOn, NamedHours
    >>> longer = NamedHours("night", (HoursOn(EVERY_DAY, 23 * 3600, 6 * 3600),))
    >>> nights_within(NIGHT, longer), nights_within(longer, NIGHT), nights_within(NIGHT, longer, ends=False)
    (True, False, False)
    """
    if part_meaning(night) == part_meaning(other):
        return True
    if night is None or other is None or len(night.lines) != 1 or len(other.lines) != 1:
        return False
    if any(part_meaning(one.days) != part_meaning(EVERY_DAY) for one in (*night.lines, *other.lines)):
        return False
    (opens, closes), (earlier, later) = _clock(night.lines[0]), _clock(other.lines[0])
    return _as_late(opens, earlier) and (_as_late(later, closes) if ends else later == closes)


def _as_late(one: int, other: int) -> bool:
    return one == other or one >= other + HOUR


def _clock(line: HoursOn) -> tuple[int, int]:
    """From when until when a night is, in seconds from the midnight before its evening."""
    opens = line.start + (DAY_SECONDS if line.start < NOON else 0)
    return opens, opens + ((line.end - line.start) % DAY_SECONDS or DAY_SECONDS)
