"""The entries of short logs: moved about, made longer, given a field. Moments are local seconds over all days."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, Zone

EVENING = 20 * 3600
HOUR = 3600


def moved(entry: Entry, days: int) -> Entry:
    """The same some days later."""
    return replace(entry, day=entry.day + days, end_day=None if entry.end_day is None else entry.end_day + days)


def key_of(entry: Entry) -> tuple[object, ...]:
    """What tells the entries of short logs apart; where they stand in a file, and what they are called, is no part of it."""
    when = (entry.day, entry.second, entry.offset, entry.end_day, entry.end_second, entry.until)
    what = (entry.place, entry.tags, entry.covering, entry.about, entry.target)
    return (entry.type, *when, entry.by, entry.to, entry.with_, entry.instead_of, *what, *sorted(entry.fields.items()))


def timed(entry: Entry, second: int) -> Entry:
    """The same at another second of its day (or past it), as long as before."""
    length = seconds_between(entry)
    return placed(entry, entry.day * DAY_SECONDS + second, length)


def placed(entry: Entry, at: int, length: int | None = None) -> Entry:
    """The same at a local moment, in seconds over all days."""
    length = seconds_between(entry) if length is None else length
    day, second = divmod(at, DAY_SECONDS)
    if entry.end_day is None and not length:
        return replace(entry, day=day, second=second)
    end_day, end_second = divmod(at + length, DAY_SECONDS)
    return replace(entry, day=day, second=second, end_day=end_day, end_second=end_second)


def moment_of(entry: Entry) -> int:
    """When an entry starts, in local seconds over all days."""
    return entry.day * DAY_SECONDS + (entry.second or 0)


def end_of(entry: Entry) -> int:
    """When it ends, likewise."""
    return moment_of(entry) + seconds_between(entry)


def elapsed(at: int, seconds: int, zone: Zone) -> int:
    """The local moment so many seconds later (earlier, where they are negative) on every clock, also where clocks change between."""
    day, second = zone.clock(zone.instant(*divmod(at, DAY_SECONDS)) + seconds)
    return day * DAY_SECONDS + second


def seconds_between(entry: Entry) -> int:
    """How long an entry lasts."""
    if entry.end_day is None or entry.end_second is None:
        return 0
    return (entry.end_day - entry.day) * DAY_SECONDS + entry.end_second - (entry.second or 0)


def lasting(entry: Entry, seconds: int) -> Entry:
    """The same, so long."""
    return placed(entry, moment_of(entry), max(60, seconds))


def with_field(entry: Entry, name: str, value: str | Decimal | None) -> Entry:
    """The same with a field."""
    fields = {key: known for key, known in entry.fields.items() if key != name}
    return replace(entry, fields=fields if value is None else {**fields, name: value})


def steps_in(length: Exact | Days) -> tuple[int, int]:
    """The step by which a length is counted, a minute or a date in seconds, and how many of them it has at most."""
    return (60, length.seconds // 60) if isinstance(length, Exact) else (DAY_SECONDS, length.months * 31 + length.days)


def seconds_of(length: Exact | Days) -> int:
    """About how long a length is."""
    return length.seconds if isinstance(length, Exact) else (length.months * 30 + length.days) * DAY_SECONDS
