"""A calendar read again: what stands in the log already, what the calendar has changed since, and what is new.

An entry is known by the UID of its event and its original place in the series. What cannot be found by that name any more may have been
moved: then the entry and the new time belong together, and nothing is entered a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from pactlang.calendars.reading.lines import Candidate
    from pactlang.log.entry import Entry

_INSTANCE = re.compile(r"/(\d{8}(?:T\d{6}Z?)?)(?:~2)*\Z")
_SPLIT = re.compile(r"_R\d{8}(?:T\d{6}Z?)?(?=@|\Z)")  # Google's name for a series that goes on otherwise from a date
_MADE = re.compile(r"@|/\d{8}|\A[0-9A-Fa-f]{8}-|\Ano-uid~")  # what only a calendar calls an event


class Changed(Struct):
    """An entry of the log, and what the calendar has in its place now. `sure` where the names say so."""

    entry: Entry
    now: Candidate
    sure: bool = True


class Compared(Struct):
    """What a calendar and a log have to do with each other. `twice` are those of which an entry would say what that of another one says."""

    new: list[Candidate] = field(default_factory=list)
    known: int = 0
    changed: list[Changed] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    twice: list[tuple[Candidate, Candidate]] = field(default_factory=list)

    @property
    def sure_changes(self) -> list[Changed]:
        """The changes that the log can be given."""
        return [one for one in self.changed if one.sure]


def series_of(name: str) -> str:
    """The event that an entry is named after, whichever of its dates it is.

    >>> series_of("a1_R20260112T100000@google.com/20260119T100000Z")
    'a1@google.com'
    """
    return _SPLIT.sub("", _INSTANCE.sub("", name))


def compare(
    candidates: Sequence[Candidate], ids: set[str], series: Iterable[str], off: set[str], entries: Sequence[Entry], first: int, last: int
) -> Compared:
    """Each candidate is new, known, or belongs to an entry that stands in the log.

    `ids` are the names of all that the calendar has on the dates from `first` to `last`, `series` those of all events in it, `off` those of
    dates that it says were called off.
    """
    compared = Compared()
    named = {entry.id: entry for entry in entries if entry.id}
    same = {_said(entry): entry for entry in entries}
    here = set(map(series_of, series))
    open_: list[Candidate] = []
    used: set[int] = set()
    for one in candidates:
        entry = named.get(one.id)
        if entry is None:
            open_.append(one)
            continue
        used.add(id(entry))
        _known(compared, entry, one)
    # What the calendar called by these names is not there any more.
    lost = [
        entry
        for entry in entries
        if entry.id
        and entry.id not in ids
        and id(entry) not in used
        and first <= entry.day <= last
        and (series_of(entry.id) in here or _MADE.search(entry.id))
    ]
    own = [entry for entry in lost if series_of(entry.id or "") in here]
    movable = [entry for entry in own if entry.id not in off]
    rest: list[Candidate] = []
    for one in open_:
        entry = same.get(_said(one.entry)) if one.entry is not None else None
        if entry is not None:
            compared.known += 1
            used.add(id(entry))
        else:
            rest.append(one)
    pairs = _pairs([entry for entry in movable if id(entry) not in used], rest)
    paired = {id(one) for _, one in pairs}
    for entry, one in pairs:
        used.add(id(entry))
        _known(compared, entry, one)
    alike: dict[object, list[Entry]] = {}
    for entry in lost:
        if entry.id not in off:
            alike.setdefault(_who(entry), []).append(entry)
    fresh: dict[object, Candidate] = {}
    for one in rest:
        if id(one) in paired:
            continue
        like = alike.get(_who(one.entry), ()) if one.entry is not None else ()
        entry = next((entry for entry in like if id(entry) not in used), None)
        if entry is None:
            first_of = fresh.setdefault((_said(one.entry), one.entry.offset), one) if one.entry is not None else one
            if first_of is one:
                compared.new.append(one)
            else:
                compared.twice.append((one, first_of))
        else:
            used.add(id(entry))
            compared.changed.append(Changed(entry, one, sure=series_of(entry.id or "") in here))
    compared.gone = [entry for entry in own if id(entry) not in used]
    return compared


def _known(compared: Compared, entry: Entry, one: Candidate) -> None:
    if one.entry is None or (_when(entry), _who(entry)) == (_when(one.entry), _who(one.entry)):
        compared.known += 1
    else:
        compared.changed.append(Changed(entry, one))


def _pairs(entries: Sequence[Entry], candidates: Sequence[Candidate]) -> list[tuple[Entry, Candidate]]:
    """Entries and candidates of one series that belong together: the nearest first."""
    near: dict[str, list[Entry]] = {}
    for entry in entries:
        near.setdefault(series_of(entry.id or ""), []).append(entry)
    ways = (
        sorted(
            (abs(_seconds(entry) - _seconds(one.entry)), number, place, entry, one)
            for place, one in enumerate(candidates)
            if one.entry is not None
            for number, entry in enumerate(near.get(series_of(one.id), ()))
        )
        if len(candidates) * max(map(len, near.values()), default=0) < 2_000_000
        else []
    )
    found: list[tuple[Entry, Candidate]] = []
    taken: set[int] = set()
    for _, _, _, entry, one in ways:
        if id(entry) not in taken and id(one) not in taken:
            taken |= {id(entry), id(one)}
            found.append((entry, one))
    return found


def _seconds(entry: Entry) -> int:
    return entry.day * 86400 + (entry.second or 0)


def _when(entry: Entry) -> tuple[object, ...]:
    return entry.day, entry.second, entry.offset, entry.end_day, entry.end_second


def _who(entry: Entry) -> tuple[object, ...]:
    """What two entries share that speak of the same thing with the same people on the same day."""
    return entry.type, entry.day, frozenset(entry.by), frozenset(entry.with_)


def _said(entry: Entry) -> tuple[object, ...]:
    """What two entries share that speak of the same thing, whoever wrote them."""
    return entry.type, entry.day, entry.second, frozenset(entry.by), frozenset(entry.with_)
