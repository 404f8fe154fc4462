"""One entry of a log, as it was written: local dates and times, not yet bound to a zone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field


class Moment(Struct, gc=False):
    """A date (`datetime.date.toordinal`); with a time, the second of the local day; with an offset, seconds east of UTC.

    >>> Moment(739871, 70200).second
    70200
    """

    day: int
    second: int | None = None
    offset: int | None = None


NO_FIELDS: Mapping[str, str | Decimal] = {}  # one for all entries without fields: a dict each would cost 64 MB in a million


class Entry(Struct, gc=False):
    """One event that somebody wrote down.

    Not frozen, since a log may hold a million of them and freezing triples the cost; nobody changes one after it was read
    and combined. Entries share their tuples and fields. Nothing in one leads back to it, so no collector has to look at them.

    `type` is an event name or a word of the log (`withdraw consent` with a space; `complete until DATE` is `complete`).
    `day`, `second` and `offset` say when it starts, as in `Moment`. A bare `to 23:10` gets the date it means, and the start's
    offset, when it is read; only where the end alone has an offset does that depend on the zone: then `end_second` stands
    without `end_day` and is the first such time later than the start. `end_day` alone is an end some time on that date.
    `until` is a date. For `waive`, `target` is the clause or finding it waives and `about` the entry it names with `of`; for
    `pause` and `resume`, `target` is the clause by which alone; for `confirm` and `dispute`, `about` is the entry. `instead_of`
    are those for whom the people in `by` stood in: where something is owed, it counts as theirs. `line` is 1-based (in CSV the
    line where the row starts, in Parquet the row); `order` is the place in reading order over all files, which decides between
    entries at the same instant.

    >>> Entry("test", 739871, by=("Ana",)).fields
    {}
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
    fields: Mapping[str, str | Decimal] = field(default_factory=lambda: NO_FIELDS)
    target: str | None = None
    note: str = ""
    noted: Moment | None = None
    noted_by: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    order: int = 0
