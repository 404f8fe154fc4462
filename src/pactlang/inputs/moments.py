"""Moments and dates as people type them, and the zone that they are read in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pactlang.inputs.files import InputError
from pactlang.later import ready
from pactlang.model.calendar import load_zone, machine_zone

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

# The years that a log may speak of, too; seconds at most, as everywhere.
_MOMENT = ready(r"(19|2\d)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


def zone_of_all(agreements: Sequence[Agreement]) -> Zone:
    """The zone of the last agreement that names one, else the machine's."""
    named = [agreement.zone for agreement in agreements if agreement.zone]
    return load_zone(named[-1]) if named else machine_zone()


def local_instant(moment: datetime, zone: Zone) -> int:
    """The instant of a local date and time."""
    return zone.instant(moment.toordinal(), moment.hour * 3600 + moment.minute * 60 + moment.second)


def moment_or_now(as_of: str, zone: Zone) -> int:
    """A moment as typed, or now where nothing was."""
    return moment_of(as_of, zone) if as_of else int(datetime.now(UTC).timestamp())


def moment_of(text: str, zone: Zone) -> int:
    """A moment as typed: a date (the end of it: its last second), or a date and time, with an offset or in the given zone.

    >>> from pactlang.model.calendar import load_zone
    >>> moment_of("2026-10-05T12:00", load_zone("Europe/Berlin")) == moment_of("2026-10-05 12:00+02:00", load_zone("UTC"))
    True
    """
    words = text.strip()
    try:
        if not _MOMENT.fullmatch(words):
            raise ValueError(words)
        if len(words) == 10:
            return zone.midnight(date.fromisoformat(words).toordinal() + 1) - 1
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise InputError(f"{words!r} is not a valid time; use the form 2026-10-05 or 2026-10-05T12:00") from None
    return int(moment.timestamp()) if moment.tzinfo is not None else local_instant(moment, zone)


def date_of(text: str, option: str) -> int:
    """A date as typed for an option, as an ordinal. Raises `InputError`."""
    try:
        if len(text.strip()) != len("2026-10-05"):
            raise ValueError(text)
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        raise InputError(f"{option}: {text!r} is not a valid date; use the form 2026-10-05") from None
