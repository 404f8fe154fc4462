"""Why an event came without what must come before it: who gave nothing, and what was wrong with the entry that came nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Lack, Short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pactlang.checker.event import Event
    from pactlang.checker.who import Needs, Pair

# What is said of several entries that did not serve: the first of these that there is.
_TOLD_FIRST = (Lack.LATE, Lack.USED, Lack.WITHDRAWN, Lack.WITH, Lack.ABOUT, Lack.OLD)
MOST = 128  # entries that are looked back at; what nobody took for so long tells nothing of this event


class Near(Struct, frozen=True):
    """An entry that covers part of what is asked, with what is wrong with it (None: nothing)."""

    event: Event
    lack: Lack | None
    used_by: Event | None = None


class _Way(Struct, frozen=True):
    """What one person gave of one of the things that they could do, each pair with the entry that came nearest."""

    given: tuple[tuple[Pair, Near], ...]
    lacking: tuple[tuple[Pair, Near | None], ...]

    @property
    def nearest(self) -> Near | None:
        """The entry that came nearest to what is lacking."""
        return next((one for _, one in self.lacking if one is not None), None)


def short_of(needs: Needs, near: Callable[[Pair], Iterable[Near]], ahead: Callable[[Event], int | None]) -> Short:
    """What is missing of the way that comes nearest. `near` gives the entries for one pair, the newest first."""
    ways = {person: [_way(person, tos, near) for tos in needs.options(person)] for person in needs.people}
    if not needs.every and needs.enough > 1:
        nearest = {person: min(own, key=lambda way: (len(way.lacking), way.nearest is None)) for person, own in ways.items()}
        done = sum(not way.lacking for way in nearest.values())
        return replace(_short(list(nearest.values()), ahead), still=max(1, needs.enough - done))
    if not needs.every:
        found = [_short([way], ahead) for own in ways.values() for way in own]
        best = min(found, key=lambda short: (len(short.lacking), short.nearest is None))
        if best.nearest is not None or best.given:
            return best
        # Nothing is there of any of several who may give it: all of them are named.
        alike = [one for one in found if len(one.lacking) == len(best.lacking) and one.nearest is None and not one.given]
        who, to = _names(who for one in alike for who in one.lacking), _names(to for one in alike for to in one.to)
        return replace(best, lacking=who, to=to, still=1)
    taken = {person: next((way for way in own if not way.lacking), own[0]) for person, own in ways.items()}
    best = _short(list(taken.values()), ahead)
    if best.nearest is None:
        # Nothing tells anything of what each would do first: perhaps of what one of them could do instead.
        latest = max((one.event.lo for way in taken.values() for _, one in way.given), default=None)
        for person in reversed(needs.people):
            if not taken[person].lacking:
                continue
            other = next((way for way in ways[person] if _tells(way.nearest, latest)), None)
            if other is not None:
                return _short(list((taken | {person: other}).values()), ahead)
    if best.nearest is not None or best.given:
        return best
    others = [way for person in reversed(needs.people) for way in ways[person][1:]]
    return replace(best, to=_names(pair[1] for way in (*taken.values(), *others) for pair, _ in way.lacking))


def _way(person: str | None, tos: Iterable[str | None], near: Callable[[Pair], Iterable[Near]]) -> _Way:
    closest = [(pair, _closest(near(pair))) for pair in ((person, to) for to in tos)]
    return _Way(
        tuple((pair, one) for pair, one in closest if one is not None and one.lack is None),
        tuple((pair, one) for pair, one in closest if one is None or one.lack is not None),
    )


def _short(ways: list[_Way], ahead: Callable[[Event], int | None]) -> Short:
    given = [pair for way in ways for pair, _ in way.given]
    served = [one.event for way in ways for _, one in way.given]
    lacking = [pair for way in ways for pair, _ in way.lacking]
    nearest = next((way.nearest for way in ways if way.nearest is not None), None)
    if not _tells(nearest, max((one.lo for one in served), default=None)):
        nearest = None
    return Short(
        lacking=_names(who for who, _ in lacking),
        to=_names(to for _, to in lacking),
        given=_names(who for who, _ in given),
        served=tuple({id(one.entry): one.entry for one in served}.values()),
        lack=nearest.lack if nearest is not None else None,
        nearest=nearest.event.entry if nearest is not None else None,
        ahead=ahead(nearest.event) if nearest is not None else None,
        used_by=nearest.used_by.entry if nearest is not None and nearest.used_by is not None else None,
    )


def _tells(nearest: Near | None, latest: int | None) -> bool:
    """Whether what came nearest says anything: what was given and used before others gave theirs was never meant for this event."""
    return nearest is not None and (nearest.lack is not Lack.USED or latest is None or latest <= nearest.event.lo)


def _closest(candidates: Iterable[Near]) -> Near | None:
    found: dict[Lack, Near] = {}
    for one in candidates:
        if one.lack is None:
            return one
        if one.lack is Lack.LATE or one.lack not in found:
            found[one.lack] = one  # of those that came too late the first comes nearest, of all others the last
    return next((found[lack] for lack in _TOLD_FIRST if lack in found), None)


def _names(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))
