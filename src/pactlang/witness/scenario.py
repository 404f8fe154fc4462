"""A short log and when it is judged."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pactlang.log.entry import Entry

Log = tuple[Entry, ...]


def written(entries: Log) -> Log:
    """The same entries, counted in the order in which they are written, which decides between those at one instant.

    >>> [one.order for one in written((Entry("encounter", 1), Entry("encounter", 1)))]
    [0, 1]
    """
    if len({entry.day for entry in entries}) == len(entries):
        return entries
    return tuple(replace(entry, order=place) for place, entry in enumerate(entries))


class Scenario(Struct, frozen=True):
    """A short log and the local date at whose end it is judged."""

    entries: Log
    last: int


class Breach(Struct, frozen=True):
    """A short log that breaks some sentence: the local moment at which that is certain, and who broke it."""

    entries: Log
    at: int
    who: tuple[str, ...] = ()


LONG = 800  # days after the last entry at which a log is judged where nothing is to stay open


def ended(log: Log) -> Scenario:
    """A log judged long after its last entry, when nothing is open any more."""
    return Scenario(log, max((entry.day for entry in log), default=0) + LONG)
