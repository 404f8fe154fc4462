"""One thing in a calendar that took place at one time."""

from __future__ import annotations

from msgspec import Struct


class Occurrence(Struct, frozen=True):
    """An event, or one instance of an event that comes again (`instance` then tells it from the others).

    `start` and `end` are instants (seconds since 1970), or, for a time without a zone (`floating`), seconds as if the clock were in UTC.
    All-day events have dates instead (ordinals, the last one included).
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

    @property
    def id(self) -> str:
        """What its entry is called: the calendar's own name for it."""
        return f"{self.uid}/{self.instance}" if self.instance else self.uid
