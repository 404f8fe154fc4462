"""One thing in a calendar that took place at one time, and what is said of things that are not taken or not as they are written."""

from __future__ import annotations

from msgspec import Struct, field


class Occurrence(Struct, frozen=True):
    """An event, or one instance of an event that comes again (`instance` is then its original place in the series), or a finished to-do.

    `start` and `end` are instants (seconds since 1970), or, for a time without a zone (`floating`), seconds as if the clock were in UTC.
    All-day events have dates instead (ordinals, the last one included). `line` is where it begins in the calendar. `status` and `answer`
    (of the one whose calendar it is) are in small letters, as in `tentative` and `declined`, or empty.
    """

    uid: str
    title: str
    start: int = 0
    end: int = 0
    floating: bool = False
    first: int | None = None
    last: int | None = None
    instance: str = ""
    categories: tuple[str, ...] = ()
    calendar: str = ""
    place: str = ""
    line: int = 0
    kind: str = "event"
    status: str = ""
    answer: str = ""

    @property
    def id(self) -> str:
        """What its entry is called: the calendar's own name for it."""
        return f"{self.uid}/{self.instance}" if self.instance else self.uid


class Told(Struct, frozen=True):
    """Something in a calendar that is left out, or read otherwise than it is written: where, which, when (as written) and why."""

    line: int
    title: str
    reason: str
    when: str = ""


class CalendarRead(Struct):
    """What a calendar holds: `found` on the dates asked for; `left` out; `remarks` about what was found; `outside`: so many lie elsewhere.
    `uids` are those of all events and to-dos, `off` the places in a series (UID, place) that are called off, `others` how many journals
    and the like there are.

    Every event and to-do of the file is one of `found` (by its line, perhaps often), one of `left`, or counted in `outside`.
    """

    found: list[Occurrence] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)
    remarks: list[Told] = field(default_factory=list)
    outside: int = 0
    others: int = 0
    uids: set[str] = field(default_factory=set)
    off: set[tuple[str, str]] = field(default_factory=set)
