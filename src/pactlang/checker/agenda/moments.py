"""When something was made so: by whoever signed a version, or wrote an entry down. Never by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactlang.checker.timeline import Version
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


def moment_of_version(version: Version) -> int:
    """The date of the last signature, as an instant; of a draft, its first date."""
    agreement = version.agreement
    signed = [signature.on for signature in agreement.signatures if agreement.assents(signature)]
    if signed:
        return version.zone.midnight(max(signed))
    return version.zone.midnight(version.first)


def moment_of_entry(entry: Entry, zone: Zone, *, noted: bool = True) -> int:
    """When an entry was noted, where it says so, else when it started."""
    if noted and entry.noted is not None:
        return zone.instant(entry.noted.day, entry.noted.second or 0, entry.noted.offset)
    return zone.instant(entry.day, entry.second or 0, entry.offset)
