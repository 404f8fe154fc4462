"""Which version of the agreement is in force when (rule 13 of the language): what was agreed, laid out in time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.agreed import Agreements, Leave, agreed, settled
from pactlang.checker.spans import FOREVER
from pactlang.model.calendar import Zone, load_zone
from pactlang.model.once import once_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pactlang.model.agreement import Agreement


class Version(Struct, frozen=True):
    """One version with the time during which it judges.

    In force are the instants [`start`, `end`), the local dates `first` to `last`. `whole_end` is the first date that is no longer in
    force as a whole: `last` + 1, or the date on which somebody left. `left` says that leaving ended it. `index` orders versions.
    The agreement of a version says as its own first date the one on which it took over. A `draft` is judged as it would be.
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


class Timeline(Struct, frozen=True):
    """The versions in the order in which they are in force, and what became of all texts."""

    versions: list[Version]
    agreements: Agreements

    def at(self, instant: int) -> Version | None:
        """The version to speak of at an instant: the one in force, else the last that began, else the first to come."""
        return version_at(self.versions, instant)


FAR_DAY = 3_650_000  # a date near the end of the calendar, for agreements without an end


def version_at(versions: Sequence[Version], instant: int) -> Version | None:
    """The version to speak of at an instant: the one in force, else the last that began, else the first to come; None of none."""
    begun = [version for version in versions if version.start <= instant]
    return next(iter(begun[-1:] or versions[:1]), None)


def zone_of(agreement: Agreement, default: Zone) -> Zone:
    """The agreement's time zone, or the default where it names none."""
    return load_zone(agreement.zone) if agreement.zone else default


def timeline(agreements: Sequence[Agreement], default_zone: Zone, first_entry_day: int, leaves: Iterable[Leave] = ()) -> Timeline:
    """The versions in the order in which they are in force.

    Once any text was agreed on, only such texts judge. Where none ever was, every text is a draft: it is judged as it would be, from
    its first date, or from the first entry on.
    """
    leaves = tuple(leaves)
    if len(agreements) == 1 and not leaves and agreements[0].in_force_from is not None:
        return _of_one(agreements[0])(default_zone)
    return _timeline(agreements, default_zone, first_entry_day, leaves)


@once_each
def _of_one(agreement: Agreement) -> Callable[[Zone], Timeline]:
    """One text alone with its first date, which nobody left: the same whatever was logged, so that all that is kept of a text is found."""
    return once_each(lambda zone: _timeline([agreement], zone, FAR_DAY, ()))


def _timeline(agreements: Sequence[Agreement], default_zone: Zone, first_entry_day: int, leaves: tuple[Leave, ...]) -> Timeline:
    texts = settled(agreements)
    found = agreed(texts, leaves)
    if found.any:
        dated = [(one.agreement, one.start) for one in found.standing]
    else:
        drafts = [(first_entry_day if one.in_force_from is None else one.in_force_from, place, one) for place, one in enumerate(texts)]
        dated = [(one, first) for first, _, one in sorted(drafts, key=lambda draft: draft[:2])]
    stretches = _stretches(dated, default_zone)
    versions = [_version(*stretch, leaves, draft=not found.any) for stretch in stretches]
    versions = [version for version in versions if version.start < version.end]
    for earlier, later in pairwise(range(len(versions))):
        # Where the next text is of another zone, its first date begins at another hour: all dates before that are the old one's, whole.
        if versions[earlier].end == versions[later].start:
            first = versions[later].first
            versions[earlier] = replace(versions[earlier], last=first - 1, whole_end=first)
    return Timeline([replace(version, index=index) for index, version in enumerate(versions)], found)


def _stretches(dated: Sequence[tuple[Agreement, int]], default_zone: Zone) -> list[tuple[Agreement, Zone, int, int]]:
    """Each version from its start to the start of a later one or the end of its own last date."""
    found: list[tuple[Agreement, Zone, int, int]] = []
    after = FOREVER
    for agreement, first in reversed(dated):
        zone = zone_of(agreement, default_zone)
        start = zone.midnight(first)
        end = FOREVER if agreement.in_force_until is None else zone.midnight(agreement.in_force_until + 1)
        shown = agreement if agreement.in_force_from == first else replace(agreement, in_force_from=first)
        found.append((shown, zone, start, min(end, after)))
        after = min(after, start)
    return found[::-1]


def _version(agreement: Agreement, zone: Zone, lo: int, hi: int, leaves: Sequence[Leave], *, draft: bool) -> Version:
    left = [leave.at for leave in leaves if lo <= leave.at < hi and _ends(leave, agreement)]
    if left:
        hi = min(left)
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
        left=bool(left),
        draft=draft,
    )


def _ends(leave: Leave, agreement: Agreement) -> bool:
    """Whether leaving ends a version: one of its parties left, by the name that they have in it or had before."""
    return not {*agreement.parties, *(old for old, _ in agreement.was)}.isdisjoint(leave.by)
