"""What `pact export` does, without files and without a clock."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.calendars.export.event import TextError
from pactlang.calendars.export.standing import ForeignError, StandingCalendar, read_standing
from pactlang.calendars.export.update import Updated, update
from pactlang.calendars.export.wish import Titles, Wish
from pactlang.checker.agenda.item import Kind
from pactlang.checker.agenda.plan import agenda
from pactlang.model.calendar import Days, Period, add_days, period_bounds, zone_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pactlang.checker.agenda.item import Agenda, Item
    from pactlang.diagnostics import Diagnostic
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

_HORIZON = re.compile(r"([1-9]\d{0,3})([dwmy])")
_MOST_DAYS = 3660  # ten years


class ExportError(Exception):
    """No calendar can be made of this; the message says why, in plain words."""


class Exported(Struct):
    """The calendar as it should stand, with what there is to say about it."""

    updated: Updated
    agenda: Agenda
    newest: Agreement
    titles: Titles
    warnings: list[Diagnostic] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def export(
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    as_of: int,
    zone: Zone,
    wish: Wish,
    old: bytes = b"",
    remote: StandingCalendar | None = None,
) -> Exported:
    """A calendar of what comes next; `old` is the one that it replaces, or `remote` what stands on a server. Raises `ExportError`."""
    last = last_date(wish.horizon, zone.date_of(as_of))
    prune_before = _eight_digits(wish.prune_before)
    parties = agreements[-1].parties
    if wish.party and wish.party not in parties:
        raise ExportError(f"--for: {wish.party} is not a party to this agreement; there are: {', '.join(parties)}")
    try:
        standing = read_standing(old) if remote is None else remote
    except ForeignError:
        raise ExportError("was not written by this command, so it is left alone; name another file") from None
    begins = min((one.in_force_from for one in agreements if one.in_force_from is not None), default=None)
    # Before the first day in force, nothing is due yet; the calendar holds what will be, as on that day.
    found = agenda(agreements, entries, as_of if begins is None else max(as_of, zone.midnight(begins)), zone, last)
    items = [item for item in found.items if _asked_for(item, wish)]
    for item in items:
        _look_at_clock(item)
    try:
        updated = update(
            items,
            standing,
            agreements[-1],
            titles=wish.titles,
            changed=found.changed,
            last=last,
            prune_before=prune_before,
            exact=remote is None,
        )
    except TextError:
        raise ExportError(
            "a title contains a character that cannot be shown; remove it from the agreement, or try --titles neutral"
        ) from None
    return Exported(updated, found, agreements[-1], wish.titles)


def last_date(horizon: str, today: int) -> int:
    """The last date of a calendar. Months and years go to the end of a month, so that it does not change with every day.

    >>> date.fromordinal(last_date("12m", date(2026, 11, 23).toordinal())).isoformat()
    '2027-11-30'
    """
    found = _HORIZON.fullmatch(horizon.strip())
    if found is None:
        raise ExportError(f"--horizon: {horizon!r} is not a valid length of time; use the form 90d, 6w, 12m or 2y")
    number, unit = int(found[1]), found[2]
    if unit in "dw":
        last = today + number * (7 if unit == "w" else 1)
    else:
        last = period_bounds(Period.MONTH, add_days(today, Days(months=number * (12 if unit == "y" else 1))))[1] - 1
    if last - today > _MOST_DAYS:
        raise ExportError("--horizon: at most ten years")
    return last


def _eight_digits(words: str) -> str:
    if not words:
        return ""
    try:
        return f"{date.fromisoformat(words.strip()):%Y%m%d}"
    except ValueError:
        raise ExportError(f"--prune-before: {words!r} is not a valid date; use the form 2026-10-05") from None


def _asked_for(item: Item, wish: Wish) -> bool:
    if item.kind is Kind.CAP_FREE and not wish.caps:
        return False
    if wish.only and (item.clause is None or item.clause.name not in wish.only):
        return False
    return not wish.party or item.concerns(wish.party)


def _look_at_clock(item: Item) -> None:
    """Refuse what no two programs would show at the same time."""
    if item.clock is None or item.series is None or item.sentence is None:
        return
    place = item.sentence.span
    where = f"{place.source.name}:{place.start_position.line}"
    if item.zone.key not in zone_names():
        raise ExportError(f"{where}: this needs a time zone; write one under 'pact', such as: time zone Europe/Berlin")
    for day in item.series.dates:
        if item.zone.doubtful(day, item.clock):
            at = f"{item.clock // 3600:02}:{item.clock // 60 % 60:02}"
            raise ExportError(
                f"{where}: on {date.fromordinal(day).isoformat()} the clocks in {item.zone.key} change, and {at} does not come, "
                "or comes twice; calendars disagree on when that is. Choose another time"
            )
