"""What is given ahead of an event and used up by it (`at least 48 hours ahead and at most 14 days ahead`)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pactlang.check.event import MAYBE, NO, YES, Event, both
from pactlang.check.filters import Matcher
from pactlang.check.unless import serves, withdrawn
from pactlang.check.who import Owed, covers
from pactlang.model.calendar import Days, add_days
from pactlang.model.vocabulary import CONSENT

if TYPE_CHECKING:
    from pactlang.check.context import Context
    from pactlang.check.who import Pair
    from pactlang.model.agreement import Ahead, Duty


class Given:
    """One event that may serve a later one; `sure` is YES, or MAYBE where a missing time leaves open whether it still can."""

    __slots__ = ("event", "sure", "used")

    def __init__(self, event: Event, sure: int) -> None:
        self.event = event
        self.sure = sure
        self.used = False


class GivenAhead:
    """Each trigger, in order of start, takes the oldest unused event that fits; with `any`, one may serve many."""

    __slots__ = ("_context", "_given", "_lead", "_matcher", "_owed")
    _SWEEP = 64

    def __init__(self, duty: Duty, lead: Ahead, context: Context) -> None:
        self._matcher = Matcher(duty.selector, context)
        self._owed = Owed(duty, context.parties)
        self._lead = lead
        self._context = context
        # By who gave it, so that what somebody else gave is never looked through. None holds all.
        self._given: dict[str | None, deque[Given]] = {}

    def note(self, event: Event) -> None:
        """Note an event that may serve."""
        verdict = self._matcher(event)
        if verdict == NO:
            return
        given = Given(event, verdict)
        for who in (None, *event.by):
            self._given.setdefault(who, deque()).append(given)

    def verdict(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...]) -> tuple[int, Event | None]:
        """Whether all that must be given ahead was, three-valued, with the event taken (or the latest one that came near)."""
        alternatives = self._owed.alternatives(actors)
        if not alternatives:
            return YES, None
        nearest: Event | None = None
        fitting: list[list[Given]] = []
        for pairs in alternatives:
            taken, close = self._take(pairs, trigger, people)
            nearest = close if nearest is None or (close is not None and close.lo > nearest.lo) else nearest
            if taken is not None:
                fitting.append(taken)
        # Where one of several may do it, whoever did it first; what surely fits goes before what possibly does.
        best = min(
            fitting, key=lambda taken: (not self._all_fit(taken, trigger), [one.event.place_in_order for one in taken]), default=None
        )
        if best is None:
            return NO, nearest
        certain = self._all_fit(best, trigger)
        if not self._lead.reusable:
            for given in best:
                given.used = certain
                given.sure = YES if certain else MAYBE
        return (YES if certain else MAYBE), best[-1].event

    def _all_fit(self, taken: list[Given], trigger: Event) -> bool:
        return all(self._fits(given, trigger) == YES for given in taken)

    def _take(self, pairs: frozenset[Pair], trigger: Event, people: tuple[str, ...]) -> tuple[list[Given] | None, Event | None]:
        """The oldest unused events that together cover all pairs, or None; and the latest that came near."""
        left = sorted(pairs, key=lambda pair: (pair[0] or "", pair[1] or ""))
        taken: list[Given] = []
        nearest: Event | None = None
        while left:
            found, close = self._oldest(left[0], trigger, people)
            nearest = close if nearest is None or (close is not None and close.lo > nearest.lo) else nearest
            if found is None:
                return None, nearest
            taken.append(found)
            left = [pair for pair in left if not covers(pair, found.event.by, found.event.entry.to)]
        return taken, nearest

    def _oldest(self, pair: Pair, trigger: Event, people: tuple[str, ...]) -> tuple[Given | None, Event | None]:
        queue = self._given.get(pair[0], deque())
        while queue and (queue[0].used or self._expired(queue[0].event, trigger)):
            queue.popleft()
        if len(queue) > self._SWEEP and sum(given.used for given in queue) * 2 > len(queue):
            # One that nobody took can stand at the head for good; what was used behind it must not pile up.
            queue = self._given[pair[0]] = deque(given for given in queue if not given.used)
        possible: Given | None = None
        nearest: Event | None = None
        for given in queue:
            event = given.event
            if event.lo > trigger.hi:
                break
            if given.used or event.entry is trigger.entry or not covers(pair, event.by, event.entry.to):
                continue
            if not serves(event, trigger) or (self._matcher.same_person and not set(people).issubset(event.entry.with_)):
                continue
            nearest = event
            fits = both(self._fits(given, trigger), self._not_withdrawn(given, pair, trigger))
            if fits == YES:
                return given, event
            if fits == MAYBE and possible is None:
                possible = given
        return possible, nearest

    def _expired(self, event: Event, trigger: Event) -> bool:
        """Whether an event is too old for this trigger and so for every later one."""
        at_most = self._lead.at_most
        if at_most is None:
            return False
        if isinstance(at_most, Days):
            return event.day < add_days(trigger.day, at_most, -1)
        return event.hi < trigger.lo - at_most.seconds

    def _fits(self, given: Given, trigger: Event) -> int:
        event, at_least, at_most = given.event, self._lead.at_least, self._lead.at_most
        answer = given.sure
        if at_least is None:
            answer = both(answer, YES if event.hi <= trigger.lo else MAYBE if event.lo <= trigger.hi else NO)
        elif isinstance(at_least, Days):
            answer = both(answer, int(event.day <= add_days(trigger.day, at_least, -1)))
        else:
            latest = at_least.seconds
            ahead = YES if event.hi <= trigger.lo - latest else MAYBE if event.lo <= trigger.hi - latest else NO
            answer = both(answer, ahead)
        if at_most is None or answer == NO:
            return answer
        if isinstance(at_most, Days):
            return both(answer, int(event.day >= add_days(trigger.day, at_most, -1)))
        earliest = at_most.seconds
        return both(answer, YES if event.lo >= trigger.hi - earliest else MAYBE if event.hi >= trigger.lo - earliest else NO)

    def _not_withdrawn(self, given: Given, pair: Pair, trigger: Event) -> int:
        if given.event.type != CONSENT:
            return YES
        gone = withdrawn(given.event, pair[0], trigger, self._context.facts.withdrawals)
        return (YES, NO, MAYBE)[gone]
