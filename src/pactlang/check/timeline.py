"""Which version of the agreement is in force when (rule 13 of the language)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.check.spans import FOREVER, subtract
from pactlang.model.calendar import Zone, load_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.agreement import Agreement


class Version(Struct, frozen=True):
    """One version with the time during which it judges.

    In force are the instants [`start`, `end`), the local dates `first` to `last`. `whole_end` is the first date that is no longer in
    force as a whole: `last` + 1, or the date on which somebody left. `left` says that leaving ended it. `index` orders versions.
    """

    agreement: Agreement
    zone: Zone
    index: int
    start: int
    end: int
    first: int
    last: int
    whole_end: int
    left: bool = False
    draft: bool = False

    def judges(self, instant: int) -> bool:
        """Whether it is in force at an instant."""
        return self.start <= instant < self.end


FAR_DAY = 3_650_000  # a date near the end of the calendar, for agreements without an end


def zone_of(agreement: Agreement, default: Zone) -> Zone:
    """The agreement's time zone, or the default where it names none."""
    return load_zone(agreement.zone) if agreement.zone else default


def timeline(agreements: Sequence[Agreement], default_zone: Zone, first_entry_day: int, left_at: int | None) -> list[Version]:
    """The versions in the order in which they are in force.

    A signed text stands until a later signed one starts, until it lapses, or until somebody leaves. An unsigned text judges only
    where no signed one stands. A text that says no start is in force since its last signature, a draft since the first entry.
    """
    dated = sorted(
        ((_start_day(agreement, first_entry_day), place, agreement) for place, agreement in enumerate(agreements)),
        key=lambda item: item[:2],
    )
    signed = [item for item in dated if not item[2].unsigned]
    drafts = [item for item in dated if item[2].unsigned]
    versions: list[Version] = []
    taken: list[tuple[int, int]] = []
    for group in (signed, drafts):
        stretches = _stretches(group, default_zone)
        for agreement, zone, lo, hi in stretches:
            for piece_lo, piece_hi in subtract(lo, hi, taken):
                versions.append(_version(agreement, zone, piece_lo, piece_hi, left_at))
        taken.extend((lo, hi) for _, _, lo, hi in stretches)
    versions = [version for version in versions if version.start < version.end]
    versions.sort(key=lambda version: version.start)
    return [version if version.index == index else replace(version, index=index) for index, version in enumerate(versions)]


def _start_day(agreement: Agreement, first_entry_day: int) -> int:
    if agreement.in_force_from is not None:
        return agreement.in_force_from
    if agreement.signatures and not agreement.unsigned:
        return max(signature.on for signature in agreement.signatures)
    return first_entry_day


def _stretches(dated: list[tuple[int, int, Agreement]], default_zone: Zone) -> list[tuple[Agreement, Zone, int, int]]:
    """Each version from its start to the start of the next or the end of its own last date."""
    found = []
    for place, (first, _, agreement) in enumerate(dated):
        zone = zone_of(agreement, default_zone)
        end = FOREVER if agreement.in_force_until is None else zone.midnight(agreement.in_force_until + 1)
        if place + 1 < len(dated):
            next_first, _, following = dated[place + 1]
            end = min(end, zone_of(following, default_zone).midnight(next_first))
        found.append((agreement, zone, zone.midnight(first), end))
    return found


def _version(agreement: Agreement, zone: Zone, lo: int, hi: int, left_at: int | None) -> Version:
    left = left_at is not None and lo <= left_at < hi
    if left_at is not None and left:
        hi = left_at
    last = FAR_DAY if hi == FOREVER else zone.date_of(hi - 1)
    whole_end = last + 1
    if hi != FOREVER and zone.midnight(last + 1) != hi:
        whole_end = last
    return Version(
        agreement=agreement,
        zone=zone,
        index=0,
        start=lo,
        end=hi,
        first=zone.date_of(lo),
        last=last,
        whole_end=whole_end,
        left=left,
        draft=bool(agreement.unsigned),
    )
