"""What a reader of one format hands back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.places import Finder


class Reading(NamedTuple):
    """The entries of one file, its faults with their lines, and how to find a place in it (see `LogSource`).

    A line with a fault that is an error has no entry.
    """

    entries: list[Entry]
    faults: list[tuple[int, Fault]]
    make_text: Callable[[], str]
    find: Finder
