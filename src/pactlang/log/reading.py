"""What a reader of one format hands back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.places import Finder

MOST_LINES = 5_000_000  # of a log; one with an entry on each is larger than a log may be
MOST_IN_LINE = 20  # faults of one record; each is looked for in its line
_MOST_FAULTS = 10_000


class Reading(Struct, frozen=True):
    """The entries of one file, its faults with their lines, and how to find a place in it (see `LogSource`).

    A line with a fault that is an error has no entry.
    """

    entries: list[Entry]
    faults: list[tuple[int, Fault]]
    make_text: Callable[[], str]
    find: Finder


def enough(faults: list[tuple[int, Fault]], line: int) -> bool:
    """Whether so many faults were found that nobody needs more of them; then the last one says that the rest was not looked at."""
    if len(faults) < _MOST_FAULTS:
        return False
    message = f"After {_MOST_FAULTS:,} faults, the rest of this file was not looked at."
    faults.append((line, Fault(Code.LINE, message, "a log that the agreement can read")))
    return True
