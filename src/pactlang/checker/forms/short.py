"""Why an event came without what must come before it: who gave nothing, and what was wrong with the entry that came nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Lack, Short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pactlang.checker.event import Event
    from pactlang.checker.who import Alternatives, Pair

# What is said of several entries that did not serve: the first of these that there is.
_TOLD_FIRST = (Lack.LATE, Lack.USED, Lack.WITHDRAWN, Lack.WITH, Lack.ABOUT, Lack.OLD)
MOST = 128  # entries that are looked back at; what nobody took for so long tells nothing of this event


class Near(Struct, frozen=True):
    """An entry that covers part of what is asked, with what is wrong with it (None: nothing)."""

    event: Event
    lack: Lack | None
    used_by: Event | None = None


def short_of(alternatives: Alternatives, near: Callable[[Pair], Iterable[Near]], ahead: Callable[[Event], int]) -> Short:
    """What is missing of the alternative that comes nearest. `near` gives the entries for one pair, the newest first."""
    found = [_of_pairs(pairs, near, ahead) for pairs in alternatives]
    best = min(found, key=lambda short: (len(short.lacking), short.nearest is None))
    if best.nearest is not None or best.given:
        return best
    # Nothing is there of any of several who may give it: all of them are named.
    alike = [one for one in found if len(one.lacking) == len(best.lacking) and one.nearest is None and not one.given]
    return replace(best, lacking=_names(who for one in alike for who in one.lacking), to=_names(to for one in alike for to in one.to))


def _of_pairs(pairs: frozenset[Pair], near: Callable[[Pair], Iterable[Near]], ahead: Callable[[Event], int]) -> Short:
    lacking: list[Pair] = []
    given: list[Pair] = []
    served: list[Event] = []
    nearest: Near | None = None
    for pair in sorted(pairs, key=lambda pair: (pair[0] or "", pair[1] or "")):
        closest = _closest(near(pair))
        if closest is not None and closest.lack is None:
            given.append(pair)
            served.append(closest.event)
            continue
        lacking.append(pair)
        nearest = nearest or closest
    if nearest is not None and nearest.lack is Lack.USED and any(nearest.event.lo < one.lo for one in served):
        nearest = None  # what was given and used before the others gave theirs was never meant for this event
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
