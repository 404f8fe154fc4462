"""The moments that an entry means in a time zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


def start_of(entry: Entry, zone: Zone) -> int:
    """The first instant at which an entry may have started."""
    if entry.second is None:
        return zone.midnight(entry.day)
    return zone.instant(entry.day, entry.second, entry.offset)


def day_of(entry: Entry, zone: Zone) -> int:
    """The local date to which an entry belongs: with another zone's offset, not always the one that was written.

    >>> from pactlang.log.entry import Entry
    >>> from pactlang.model.calendar import load_zone
    >>> zone = load_zone("Europe/Berlin")
    >>> [day_of(Entry("test", 738000, second, offset), zone) - 738000 for second, offset in ((3600, 20_700), (3600, None), (None, None))]
    [-1, 0, 0]
    """
    return entry.day if entry.offset is None and entry.second is None else zone.date_of(start_of(entry, zone))


def end_of(entry: Entry, lo: int, hi: int, zone: Zone) -> tuple[int, int]:
    """The first and the last instant at which an entry that says an end, and starts between `lo` and `hi`, may have ended.

    >>> from pactlang.log.entry import Entry
    >>> from pactlang.model.calendar import load_zone
    >>> utc = load_zone("UTC")
    >>> evening = Entry("test", 719163, 79_200, end_day=719164, end_second=3600)  # 22:00 to 01:00, on the first day of 1970
    >>> end_of(evening, 79_200, 79_200, utc)
    (90000, 90000)
    """
    if entry.end_second is None:
        # A bare end date: it ended some time on that date, and not before it started.
        assert entry.end_day is not None  # noqa: S101 - one of the two is given
        day = zone.existing(entry.end_day)
        return max(lo, zone.midnight(day)), max(hi, zone.midnight(day + 1) - 1)
    offset = entry.end_offset if entry.end_offset is not None else (entry.offset if entry.end_day is None else None)
    if entry.end_day is not None:
        end = zone.instant(entry.end_day, entry.end_second, offset)
    else:
        end = zone.instant(entry.day, entry.end_second, offset)
        if end <= lo and entry.second is not None:
            end = zone.instant(entry.day + 1, entry.end_second, offset)
    return end, end
