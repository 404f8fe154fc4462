"""A short log and when it is judged."""

from __future__ import annotations

from msgspec import Struct

from pactlang.log.entry import Entry

Log = tuple[Entry, ...]


class Scenario(Struct, frozen=True):
    """A short log and the local date at whose end it is judged."""

    entries: Log
    last: int


class Breach(Struct, frozen=True):
    """A short log that breaks some sentence: the local moment at which that is certain, and who broke it."""

    entries: Log
    at: int
    who: tuple[str, ...] = ()
