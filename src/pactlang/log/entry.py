"""One entry of a log, as it was written: local dates and times, not yet bound to a zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(slots=True)
class Moment:
    """A date (`datetime.date.toordinal`); with a time, the second of the local day; with an offset, seconds east of UTC."""

    day: int
    second: int | None = None
    offset: int | None = None


@dataclass(slots=True)
class Entry:
    """One event that somebody wrote down.

    Not frozen, since a log may hold a million of them and freezing triples the cost; nobody changes one after it was read.
    `type` is an event name or a word of the log (`withdraw consent` with a space; `complete until DATE` is `complete`).
    `day`, `second` and `offset` say when it starts, as in `Moment`. `end_second` without `end_day` is a bare `to 23:10`: the first
    such time later than the start. `until` is a date. For `waive`, `target` is the clause or finding it waives and `about` the
    entry it names with `of`; for `confirm` and `dispute`, `about` is the entry. `line` is 1-based; `order` is the place in
    reading order over all files, which decides between entries at the same instant.
    """

    type: str
    day: int
    second: int | None = None
    offset: int | None = None
    end_day: int | None = None
    end_second: int | None = None
    end_offset: int | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    place: str | None = None
    about: str | None = None
    id: str | None = None
    until: int | None = None
    tags: tuple[str, ...] = ()
    covering: tuple[str, ...] = ()
    fields: dict[str, str | Decimal] = field(default_factory=dict)
    target: str | None = None
    note: str = ""
    noted: Moment | None = None
    noted_by: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    order: int = 0
