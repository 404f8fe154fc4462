"""What ends a bar: a yes, a talk, whatever `until` waits for, by all who must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.company import with_people
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.filters import Matcher
from pactlang.checker.spans import FOREVER
from pactlang.checker.unless import FOR_PEOPLE
from pactlang.checker.who import Coverage, Needs, Owed
from pactlang.model.agreement import SomeOf, WhoWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.forms.answers import Occasion
    from pactlang.model.agreement import Duty, Who

_OF_ACTORS = (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS, WhoWord.EACH_PARTY)


class Freed(Struct):
    """When a bar is over: possibly from `lo` on, surely from `hi` on. `owing` are those who must still do what ends it.

    `last` is the event that surely ends it.
    """

    lo: int = FOREVER
    hi: int = FOREVER
    owing: tuple[str, ...] = ()
    last: Event | None = None


class _Open(Struct, eq=False):
    """A bar that waits for its end, on one side of what is certain."""

    occasion: Occasion
    person: str | None
    freed: Freed
    coverage: Coverage
    after: int = 0


def freed_by(duty: Duty, bars: Sequence[tuple[Occasion, str | None, Freed]], events: Sequence[Event], context: Context) -> None:
    """Say of each bar when it ends: once certainly, once possibly."""
    matcher = Matcher(duty.selector, context, owed=True)
    given = [(event, matched) for event in events if (matched := matcher(event)) != NO]
    owed = Owed(duty, context.parties)
    for surely in (False, True):
        _freed(duty, owed, bars, given, matcher, context, surely=surely)


def _freed(
    duty: Duty,
    owed: Owed,
    bars: Sequence[tuple[Occasion, str | None, Freed]],
    given: Sequence[tuple[Event, int]],
    matcher: Matcher,
    context: Context,
    *,
    surely: bool,
) -> None:
    """Whatever may have come, in order of when it may at the earliest have come; or what surely came, of when at the latest."""

    def at(event: Event) -> int:
        return event.hi if surely else event.lo

    waiting: dict[str | None, dict[int, _Open]] = {}  # by who is to do something
    order = sorted(given, key=lambda one: (at(one[0]), one[0].entry.order))
    begun = iter(sorted(_opened(duty, owed, bars, context, surely=surely), key=lambda one: one.occasion.lo))
    upcoming = next(begun, None)
    everyone: list[_Open] = []
    for event, matched in order:
        while upcoming is not None and upcoming.occasion.lo <= event.hi:
            for name in upcoming.coverage.needs.people:
                waiting.setdefault(name, {})[id(upcoming)] = upcoming
            everyone.append(upcoming)
            upcoming = next(begun, None)
        for name in (None, *event.done_for):
            for key, one in list(waiting.get(name, {}).items()):
                fits = both(matched, both(_after(event, one), _fits(event, one, matcher, context)))
                if fits == NO or (surely and fits != YES):
                    continue
                one.coverage.add(event.done_for, event.entry.to)
                one.after = max(one.after, at(event))
                if one.coverage.has(name) or one.coverage.done:
                    del waiting[name][key]
                if one.coverage.done:
                    _end(one, event, surely=surely)
                    for other in one.coverage.needs.people:
                        waiting.get(other, {}).pop(key, None)
    if surely:
        for one in (*everyone, *([upcoming] if upcoming is not None else []), *begun):
            one.freed.owing = one.coverage.owing(context.parties) if not one.coverage.done else ()


def _end(one: _Open, event: Event, *, surely: bool) -> None:
    if surely:
        one.freed.hi, one.freed.last = one.after, event
    else:
        one.freed.lo = one.after


def _opened(
    duty: Duty, owed: Owed, bars: Sequence[tuple[Occasion, str | None, Freed]], context: Context, *, surely: bool
) -> Iterator[_Open]:
    for occasion, person, freed in bars:
        needs = _needs(duty, owed, occasion, context, surely=surely)
        if needs:
            yield _Open(occasion, person, freed, Coverage(needs))
        else:  # nobody is left to do it: it ends as it begins
            freed.lo, freed.hi = occasion.lo, occasion.lo


def _needs(duty: Duty, owed: Owed, occasion: Occasion, context: Context, *, surely: bool) -> Needs:
    """Who must do what ends it. If the trigger names nobody: perhaps anyone, and certainly no more than everyone.

    If it does not say to whom it was, it is no more than all who had no part in it.
    """
    if not owed.hangs_on_who(occasion.actors, occasion.entry):
        return owed.needs(occasion.actors, occasion.entry)
    if duty.by is WhoWord.ADDRESSED and occasion.entry is not None and not occasion.entry.to:
        duty = replace(duty, by=WhoWord.THE_OTHERS)
        if occasion.actors:
            return Owed(duty, context.parties).needs(occasion.actors)
    if surely:
        by, to = (WhoWord.EVERYONE if _of_actors(who) else who for who in (duty.by, duty.to))
    else:
        by, to = (WhoWord.ANYONE if _of_actors(who) else who for who in (duty.by, duty.to))
    return Owed(replace(duty, by=by, to=to), context.parties).needs((), occasion.entry)


def _of_actors(who: Who | None) -> bool:
    return who in _OF_ACTORS or (isinstance(who, SomeOf) and who.of in _OF_ACTORS)


def _after(event: Event, one: _Open) -> int:
    """Whether it comes after the trigger: not before its end and, at one instant, later in the log."""
    occasion = one.occasion
    entry = occasion.entry
    if event.entry is entry:
        return NO
    if occasion.breach:
        return YES if event.lo >= occasion.lo else MAYBE if event.hi >= occasion.lo else NO
    assert entry is not None  # noqa: S101 - no breach, so an event
    later = event.entry.order > entry.order
    if event.timed and occasion.lo == occasion.hi == occasion.end_hi and event.lo == occasion.lo:
        return int(later)
    if not event.timed and entry.second is None and entry.end_second is None and entry.end_day is None and event.day == occasion.day:
        return int(later)  # neither says when: as they are written
    if event.lo >= occasion.end_hi and event.lo > occasion.lo:
        return YES
    if event.hi < occasion.end_lo:
        return NO
    about = event.about is not None and event.about in occasion.names
    return YES if about and event.day >= occasion.end_day else MAYBE


def _fits(event: Event, one: _Open, matcher: Matcher, context: Context) -> int:
    """Whether it is for this: about nothing else, and a consent or a notice with somebody for all whom the trigger names (R23)."""
    occasion = one.occasion
    if event.about is not None and event.about not in occasion.names:
        return NO
    people = occasion.people if one.person is None else (one.person,)
    if matcher.same_person and not set(people).issubset(event.entry.with_):
        return NO
    if event.type not in FOR_PEOPLE or not event.entry.with_:
        return YES
    if not people:
        unsaid = occasion.entry is not None and occasion.entry.type in with_people(context.version.agreement)
        return MAYBE if unsaid else NO
    others = [name for name in people if name not in event.entry.with_]
    return int(len(others) < len(people) and all(name in context.parties for name in others))
