"""One thing to come: plain data, the same for a calendar, a report and the day at a glance."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from pactlang.checker.finding import Finding, Judgement
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Clause, Recurrence, Sentence
from pactlang.model.calendar import Zone


class Kind(StrEnum):
    """What an item is."""

    SERIES = "series"  # the dates of a schedule
    NEXT = "next"  # the next date of an interval: a test, a review, a repair step that comes again
    DEADLINE = "deadline"  # up to when something is owed, because of something that happened
    PERIOD = "period"  # the last date of a period in which something is still to happen
    PAUSE_END = "pause-end"
    FREE_AGAIN = "free-again"  # where a time ends in which something is forbidden after something
    CAP_FREE = "cap-free"  # the first date on which a cap has room again
    REVISIT = "revisit"  # when to talk about a clause again
    END = "end"  # the last date of the agreement


class Series(Struct, frozen=True):
    """Dates that one rule gives: `recurrence`, counted from `first` to `last`, without `skipped`. `dates` are what remains."""

    recurrence: Recurrence
    week_start: int
    dates: tuple[int, ...]
    skipped: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The first date."""
        return self.dates[0]

    @property
    def last(self) -> int:
        """The last date."""
        return self.dates[-1]


class Item(Struct, frozen=True):
    """One thing to come, or a series of dates.

    `key` tells items apart and stays the same as long as it is the same thing: the sentence's label, for whom, because of which entry.
    `day` is its (first) local date. A clock time is either `clock`, a second of the local day (schedules), or `instant` (elapsed time);
    with neither it is all day. It lasts `seconds`, or `days` of whole dates. `who` is whom it concerns, nobody where it concerns everyone.
    `made` is the moment of the version or entry that made it so. `allowed` is how long there was in all, in seconds, for a deadline.
    """

    kind: Kind
    key: tuple[str, ...]
    agreement: Agreement
    zone: Zone
    day: int
    made: int
    sentence: Sentence | None = None
    clause: Clause | None = None
    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    clock: int | None = None
    instant: int | None = None
    seconds: int = 0
    days: int = 1
    series: Series | None = None
    entries: tuple[Entry, ...] = ()
    allowed: int | None = None
    overdue: bool = False
    finding: Finding | None = None

    @property
    def start(self) -> int:
        """The instant at which it (first) starts."""
        if self.instant is not None:
            return self.instant
        return self.zone.instant(self.day, self.clock or 0)

    @property
    def all_day(self) -> bool:
        """Whether it has no clock time."""
        return self.clock is None and self.instant is None

    def concerns(self, party: str) -> bool:
        """Whether it is among a party's own."""
        return not self.who or party in self.who


class Agenda(Struct, frozen=True):
    """All items up to a date (`last`, an ordinal), in order of time, with the judgement that they rest on.

    `changed` is the moment of the newest entry or version that there is. `unanswered` is what was to come by now and never came: it is
    no reminder any more, but still open.
    """

    items: tuple[Item, ...]
    judgement: Judgement
    last: int
    changed: int
    unanswered: tuple[Item, ...] = ()

    def coming(self, first: int) -> list[tuple[int, Item]]:
        """Every single date from `first` on with its item, in order."""
        found = []
        for place, item in enumerate(self.items):
            days = item.series.dates if item.series is not None else (item.day,)
            found += [(day, item.clock or 0, place, item) for day in days if day >= first]
        return [(day, item) for day, _, _, item in sorted(found, key=lambda one: one[:3])]
