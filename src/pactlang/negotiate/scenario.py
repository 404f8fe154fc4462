"""A short log and when it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from pactlang.log.entry import Entry

Log = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A short log and the local date at whose end it is judged."""

    entries: Log
    last: int


@dataclass(frozen=True, slots=True)
class Breach:
    """A short log that breaks some sentence: the local moment at which that is certain, and who broke it."""

    entries: Log
    at: int
    who: tuple[str, ...] = ()
