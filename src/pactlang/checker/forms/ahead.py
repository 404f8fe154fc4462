"""What is given ahead of an event and used up by it (`at least 48 hours ahead and at most 14 days ahead`)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.deadline import up_to_clock
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Lack
from pactlang.checker.forms.short import MOST, Near, short_of
from pactlang.checker.unless import serves, withdrawn
from pactlang.checker.who import Owed, covers
from pactlang.model.agreement import ByClock
from pactlang.model.calendar import DAY_SECONDS, Days, add_days
from pactlang.model.vocabulary import CONSENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Short
    from pactlang.checker.who import Needs, Pair
    from pactlang.model.agreement import Ahead, Duty
    from pactlang.model.calendar import Duration, Exact


class Given:
    """One event that may serve a later one; `sure` is YES, or MAYBE where a missing time leaves open whether it still can."""

    __slots__ = ("event", "sure", "used", "used_by")

    def __init__(self, event: Event, sure: int) -> None:
        self.event = event
        self.sure = sure
        self.used = False
        self.used_by: Event | None = None


class Past(Struct, frozen=True):
    """A trigger that came earlier, and of whom it asked; `people` is None if nobody knows, and `sure` says whether it surely asked."""

    trigger: Event
    people: tuple[str | None, ...] | None
    sure: bool


Taken = list[tuple[Given, int]]  # each with whether it surely serves


def _all_sure(taken: Taken) -> bool:
    return all(sure == YES for _, sure in taken)


def _rank(taken: Taken) -> tuple[bool, list[tuple[int, int]]]:
    """What surely fits goes before what possibly does, then what came first."""
    return not _all_sure(taken), [one.event.place_in_order for one, _ in taken]


class GivenAhead:
    """Each trigger, in order of start, takes the oldest unused event that fits; with `any`, one may serve many."""

    __slots__ = ("_all", "_context", "_given", "_lead", "_matcher", "_owed", "_past")
    _SWEEP = 64

    def __init__(self, duty: Duty, lead: Ahead, context: Context) -> None:
        self._matcher = Matcher(duty.selector, context, owed=True)
        self._owed = Owed(duty, context.parties)
        self._lead = lead
        self._context = context
        self._past: list[Past] = []  # of triggers, where what serves one comes after the last of them
        # By who gave it, so that what somebody else gave is never looked through. None holds all.
        self._given: dict[str | None, deque[Given]] = {}
        self._all: deque[Given] = deque(maxlen=MOST)  # the latest, for what is said of those that came without

    def note(self, event: Event) -> None:
        """Note an event that may serve."""
        verdict = self._matcher(event)
        if verdict == NO:
            return
        given = Given(event, verdict)
        self._all.append(given)
        for who in (None, *event.done_for):
            queue = self._given.setdefault(who, deque())
            # What is used, or too old for whatever comes from here on, must not pile up where nobody asks for it.
            while queue and (queue[0].used or self._long_gone(queue[0].event, event)):
                queue.popleft()
            queue.append(given)

    def verdict(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...], certainty: int = YES) -> tuple[int, Event | None]:
        """Whether all that must be given ahead was (something must be), three-valued, with the event taken.

        `certainty` is YES if the trigger surely asks for it.
        """
        found = self._verdict(trigger, actors, people)
        if self._lead.since_last:
            unknown = self._owed.hangs_on_who(actors, trigger.entry)
            asked = None if unknown else tuple(self._owed.needs(actors, trigger.entry).people)
            self._past.append(Past(trigger, asked, certainty == YES and not unknown))
            long_ago: dict[tuple[str | None, ...] | None, int] = {}
            for one in self._past:
                if one.sure and one.trigger.hi < trigger.lo - 2 * DAY_SECONDS:
                    long_ago[one.people] = max(one.trigger.lo, long_ago.get(one.people, one.trigger.lo))
            # Before the last one that surely asked the same people, no other matters any more.
            self._past = [one for one in self._past if one.trigger.hi >= long_ago.get(one.people, one.trigger.hi)]
        return found

    def _verdict(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...]) -> tuple[int, Event | None]:
        if self._owed.hangs_on_who(actors, trigger.entry):
            for needs in self._owed.perhaps(actors, trigger.entry) if not self._lead.reusable else ():
                self._perhaps_used(self._taken(needs, trigger, people) or [], needs, trigger, people)
            return MAYBE, None
        needs = self._owed.needs(actors, trigger.entry)
        best = self._taken(needs, trigger, people)
        if best is None:
            return NO, None
        certain = _all_sure(best)
        if not self._lead.reusable:
            if not certain:
                self._perhaps_used(best, needs, trigger, people)
            else:
                for given, _ in best:
                    given.used, given.used_by, given.sure = True, trigger, YES
        return (YES if certain else MAYBE), best[-1][0].event

    def _perhaps_used(self, best: Taken, needs: Needs, trigger: Event, people: tuple[str, ...]) -> None:
        """What a trigger may have used up is not surely left for another: what it would take, and what else where that may not fit."""
        perhaps = [given for given, _ in best]
        for pair in {(person, to) for person in needs.people for tos in needs.options(person) for to in tos}:
            possible = list(self._fitting(pair, trigger, people))
            if all(fits == MAYBE for _, fits in possible):  # else the one that surely fits is taken, and what comes after it is left
                perhaps += [given for given, _ in possible]
        for given in perhaps:
            given.sure = MAYBE

    def _taken(self, needs: Needs, trigger: Event, people: tuple[str, ...]) -> Taken | None:
        return self._take_all(needs, trigger, people) if needs.every else self._take_some(needs, trigger, people)

    def short(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...], ahead: Callable[[Event], int | None]) -> Short:
        """What was missing where not all was given."""
        given = [one for one in reversed(self._all) if one.event.lo <= trigger.hi and one.event.entry is not trigger.entry]

        def near(pair: Pair) -> Iterator[Near]:
            for one in given:
                if covers(pair, one.event.done_for, one.event.entry.to):
                    yield Near(one.event, self._lack(one, pair, trigger, people), one.used_by)

        return short_of(self._owed.needs(actors, trigger.entry), near, ahead)

    def _lack(self, given: Given, pair: Pair, trigger: Event, people: tuple[str, ...]) -> Lack | None:
        event, at_least = given.event, self._lead.at_least
        if event.about is not None and event.about != trigger.entry.id:
            return Lack.ABOUT
        served = serves(event, trigger, people, self._context)
        if served == NO or (self._matcher.same_person and not set(people).issubset(event.entry.with_)):
            return Lack.WITH
        if given.used:
            return Lack.USED
        if self._past and self._fits(given, trigger) != NO and self._after_last(event, pair[0], trigger) == NO:
            return Lack.OLD
        if self._expired(event, trigger):
            return Lack.OLD
        if self._fits(given, trigger) == NO:
            return Lack.LATE if at_least is None or self._too_late(event, at_least, trigger) else Lack.OLD
        return Lack.WITHDRAWN if self._not_withdrawn(given, pair, trigger) == NO else None

    @staticmethod
    def _latest(at_least: Exact | ByClock, trigger: Event) -> tuple[int, int]:
        """The last instant that is early enough: the earliest and the latest that it may be."""
        if isinstance(at_least, ByClock):
            until = up_to_clock(at_least, trigger.day, trigger.zone)
            return min(until, trigger.lo), min(until, trigger.hi)
        return trigger.lo - at_least.seconds, trigger.hi - at_least.seconds

    def _too_late(self, event: Event, at_least: Duration | ByClock, trigger: Event) -> bool:
        if isinstance(at_least, Days):
            return event.day > add_days(trigger.day, at_least, -1)
        return event.hi > self._latest(at_least, trigger)[0]

    def _take_some(self, needs: Needs, trigger: Event, people: tuple[str, ...]) -> Taken | None:
        """Where so many of several must do it, what those gave who gave first."""
        parts = [part for person in needs.people if (part := self._take(person, needs, trigger, people)) is not None]
        if len(parts) < needs.enough:
            return None
        return [one for part in sorted(parts, key=_rank)[: needs.enough] for one in part]

    def _take_all(self, needs: Needs, trigger: Event, people: tuple[str, ...]) -> Taken | None:
        """What all gave: the oldest of each, which may be one that several gave together."""
        taken: Taken = []
        for person in needs.people:
            part = self._take(person, needs, trigger, people)
            if part is None:
                return None
            taken += part
        return taken

    def _take(self, person: str | None, needs: Needs, trigger: Event, people: tuple[str, ...]) -> Taken | None:
        """The oldest unused events by which one person reaches each whom they must; None where they did not."""
        ways: list[Taken] = []
        for tos in needs.options(person):
            way = Taken()
            for to in tos:
                found = self._oldest((person, to), trigger, people)
                if found is None:
                    break
                way.append(found)
            else:
                ways.append(way)
        return min(ways, key=_rank, default=None)

    def _oldest(self, pair: Pair, trigger: Event, people: tuple[str, ...]) -> tuple[Given, int] | None:
        """The oldest that surely fits, else the oldest that possibly does, and which of the two."""
        queue = self._given.get(pair[0], deque())
        while queue and (queue[0].used or self._expired(queue[0].event, trigger)):
            queue.popleft()
        if len(queue) > self._SWEEP and sum(given.used for given in queue) * 2 > len(queue):
            # One that nobody took can stand at the head for good; what was used behind it must not pile up.
            queue = self._given[pair[0]] = deque(given for given in queue if not given.used)
        possible: Given | None = None
        for given, fits in self._fitting(pair, trigger, people):
            if fits == YES:
                return given, YES
            possible = possible or given
        return (possible, MAYBE) if possible is not None else None

    def _fitting(self, pair: Pair, trigger: Event, people: tuple[str, ...]) -> Iterator[tuple[Given, int]]:
        """What is unused and surely or possibly fits, the oldest first."""
        for given in self._given.get(pair[0], ()):
            event = given.event
            if event.lo > trigger.hi:
                break
            # The queue holds what this person gave, so only whom it reached is left to look at.
            by = event.done_for if pair[0] is None else ()
            if given.used or event.entry is trigger.entry or not covers((None, pair[1]), by, event.entry.to):
                continue
            served = serves(event, trigger, people, self._context)
            if served == NO or (self._matcher.same_person and not set(people).issubset(event.entry.with_)):
                continue
            fits = both(served, both(self._fits(given, trigger), self._not_withdrawn(given, pair, trigger)))
            fits = both(fits, self._after_last(event, pair[0], trigger)) if self._past else fits
            if fits != NO:
                yield given, fits

    def _after_last(self, event: Event, giver: str | None, trigger: Event) -> int:
        """Whether an event came after the last trigger before this one that asked it of whoever gave it; three-valued."""
        answer = YES
        for one in self._past:
            past, people, sure = one.trigger, one.people, one.sure
            if giver is not None and people is not None and giver not in people and None not in people:
                continue
            if past.lo < trigger.hi and event.lo <= past.hi:
                surely = sure and past.hi < trigger.lo and event.hi <= past.lo
                answer = both(answer, NO if surely else MAYBE)
        return answer

    def _expired(self, event: Event, trigger: Event) -> bool:
        """Whether an event is too old for this trigger and so for every later one."""
        at_most = self._lead.at_most
        if at_most is None:
            return False
        if isinstance(at_most, Days):
            return event.day < add_days(trigger.day, at_most, -1)
        return event.hi < trigger.lo - at_most.seconds

    def _long_gone(self, event: Event, now: Event) -> bool:
        """Whether an event is too old for whatever starts within a day before another, or after it."""
        at_most = self._lead.at_most
        if at_most is None:
            return False
        if isinstance(at_most, Days):
            return event.day < add_days(now.day - 1, at_most, -1)
        return event.hi < now.lo - at_most.seconds - DAY_SECONDS

    def _fits(self, given: Given, trigger: Event) -> int:
        event, at_least, at_most = given.event, self._lead.at_least, self._lead.at_most
        answer = given.sure
        if at_least is None:
            answer = both(answer, YES if event.hi <= trigger.lo else MAYBE if event.lo <= trigger.hi else NO)
        elif isinstance(at_least, Days):
            answer = both(answer, int(event.day <= add_days(trigger.day, at_least, -1)))
        else:
            lo, hi = self._latest(at_least, trigger)
            answer = both(answer, YES if event.hi <= lo else MAYBE if event.lo <= hi else NO)
        if at_most is None or answer == NO:
            return answer
        if isinstance(at_most, Days):
            return both(answer, int(event.day >= add_days(trigger.day, at_most, -1)))
        earliest = at_most.seconds
        return both(answer, YES if event.lo >= trigger.hi - earliest else MAYBE if event.hi >= trigger.lo - earliest else NO)

    def _not_withdrawn(self, given: Given, pair: Pair, trigger: Event) -> int:
        if given.event.type != CONSENT:
            return YES
        gone = withdrawn(given.event, pair[0], trigger, self._context)
        return (YES, NO, MAYBE)[gone]
