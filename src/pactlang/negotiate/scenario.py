"""A short log and when it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactlang.log.entry import Entry

if TYPE_CHECKING:
    pass

Log = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A short log and the local date at whose end it is judged."""

    entries: Log
    last: int
