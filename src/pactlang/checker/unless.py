"""`unless …`, and what has been given beforehand: consents, notices, tests."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.checker.company import with_people
from pactlang.checker.event import MAYBE, NO, YES, Event, both, negated
from pactlang.checker.filters import Matcher, compile_filters, states_of
from pactlang.checker.finding import Lack
from pactlang.checker.forms.short import MOST, Near, short_of
from pactlang.checker.who import Coverage, Owed, covers
from pactlang.model.agreement import UnlessEvent, UnlessFilters, UnlessState
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.vocabulary import CONSENT, NOTICE

FOR_PEOPLE = (CONSENT, NOTICE)  # what is given for an occasion; a test `with` somebody is not

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Short
    from pactlang.checker.who import Pair
    from pactlang.model.agreement import Duty, Unless
    from pactlang.model.calendar import Duration


def serves(given: Event, trigger: Event, people: tuple[str, ...], context: Context) -> int:
    """Whether something given beforehand may serve this entry, as far as it is about these people; three-valued.

    What is `about` an entry serves only that. A consent or notice `with` somebody serves only what is with them and, besides, with nobody
    but parties. Where the entry names nobody, that cannot be told if its event is one `with person`; if it is not, nobody was there.
    """
    about = given.entry.about
    if about is not None and about != trigger.entry.id:
        return NO
    if given.type not in FOR_PEOPLE or not given.entry.with_:
        return YES
    if not people:
        return MAYBE if trigger.type in with_people(context.version.agreement) else NO
    others = [name for name in people if name not in given.entry.with_]
    return int(len(others) < len(people) and all(name in context.parties for name in others))


def within_last(given: Event, trigger: Event, length: Duration) -> int:
    """Whether an event lies within the last days or hours before a trigger, its very instant included; three-valued."""
    if isinstance(length, Days):
        if given.day < add_days(trigger.day, length, -1):
            return NO
        if given.timed and trigger.timed:
            return int(given.lo <= trigger.lo)
        return int(given.day <= trigger.day)
    earliest_ok = both(
        YES if given.lo >= trigger.hi - length.seconds else MAYBE,
        YES if given.hi >= trigger.lo - length.seconds else NO,
    )
    not_after = YES if given.hi <= trigger.lo else MAYBE if given.lo <= trigger.hi else NO
    if not_after == MAYBE and given.about is not None and given.about == trigger.entry.id:
        not_after = YES
    return both(earliest_ok, not_after)


def withdrawn(given: Event, party: str | None, trigger: Event, context: Context) -> int:
    """Whether a consent had been withdrawn (or refused) by the time of the trigger, by this party or all who gave it; three-valued."""
    if party is None:
        gone = [withdrawn(given, one, trigger, context) for one in given.by]
        return reduce(both, gone, YES) if gone else NO
    answer = NO
    withdrawals = context.facts.withdrawals
    first = bisect_left(withdrawals, given.place_in_order, key=lambda event: event.place_in_order)
    for place in range(first, len(withdrawals)):
        ended = withdrawals[place]
        if ended.lo > trigger.hi:
            break
        if party not in ended.by:
            continue
        entry = ended.entry
        if entry.about is not None and entry.about != trigger.entry.id:
            continue
        told = True
        if entry.with_ and set(entry.with_).isdisjoint(trigger.entry.with_):
            told = False
            if trigger.entry.with_ or trigger.type not in with_people(context.version.agreement):
                continue
        if told and (ended.hi <= trigger.lo or ended.day < trigger.day):
            return YES
        answer = MAYBE
    return answer


class GivenBefore:
    """Events that may serve many later ones for a while (`within the last 90 days`)."""

    __slots__ = ("_context", "_given", "_length", "_matcher", "_owed")

    def __init__(self, duty: Duty, length: Duration, context: Context) -> None:
        self._matcher = Matcher(duty.selector, context, owed=True)
        self._owed = Owed(duty, context.parties)
        self._length = length
        self._context = context
        self._given: deque[tuple[Event, int]] = deque()

    def handlers(self) -> dict[str, Callable[[Event], None]]:
        """What to note."""
        return dict.fromkeys(self._matcher.tests, self.note)

    def note(self, event: Event) -> None:
        """Note an event that may serve."""
        verdict = self._matcher(event)
        if verdict != NO:
            self._given.append((event, verdict))

    def verdict(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...] | None = None) -> tuple[int, Event | None]:
        """Whether all that must have been given was, three-valued, with the latest event that counts (or nearly did)."""
        self._forget(trigger)
        if self._owed.hangs_on_who(actors, trigger.entry):
            return MAYBE, None
        needs = self._owed.needs(actors, trigger.entry)
        if not needs:
            return YES, None
        sure, possible = Coverage(needs), Coverage(needs)
        latest: Event | None = None
        company = trigger.entry.with_ if people is None else people
        for given, matched in reversed(self._given):
            if given.lo > trigger.hi or given is trigger or given.entry is trigger.entry:
                continue
            served = serves(given, trigger, company, self._context)
            if served == NO or (self._matcher.same_person and not set(company).issubset(given.entry.with_)):
                continue
            timely = both(served, both(matched, within_last(given, trigger, self._length)))
            if timely == NO:
                continue
            self._cover(given, trigger, timely, sure, possible)
            latest = latest or given
            if sure.done:
                return YES, latest
        return (MAYBE if possible.done else NO), latest

    def short(self, trigger: Event, actors: tuple[str, ...], people: tuple[str, ...], ahead: Callable[[Event], int | None]) -> Short:
        """What was missing where not all was given."""
        latest = islice(reversed(self._given), MOST)
        given = [one for one, _ in latest if one.lo <= trigger.hi and one.entry is not trigger.entry]

        def near(pair: Pair) -> Iterator[Near]:
            for one in given:
                if covers(pair, one.done_for, one.entry.to) and within_last(one, trigger, self._length) != NO:
                    yield Near(one, self._lack(one, pair, trigger, people))

        return short_of(self._owed.needs(actors, trigger.entry), near, ahead)

    def _lack(self, given: Event, pair: Pair, trigger: Event, people: tuple[str, ...]) -> Lack | None:
        if given.about is not None and given.about != trigger.entry.id:
            return Lack.ABOUT
        served = serves(given, trigger, people, self._context)
        if served == NO or (self._matcher.same_person and not set(people).issubset(given.entry.with_)):
            return Lack.WITH
        gone = given.type == CONSENT and withdrawn(given, pair[0], trigger, self._context) == YES
        return Lack.WITHDRAWN if gone else None

    def _cover(self, given: Event, trigger: Event, timely: int, sure: Coverage, possible: Coverage) -> None:
        pairs = sure.open_to(given.done_for, given.entry.to)
        if given.type != CONSENT:
            possible.cover(pairs)
            if timely == YES:
                sure.cover(pairs)
            return
        for pair in pairs:
            gone = withdrawn(given, pair[0], trigger, self._context)
            if gone != YES:
                possible.cover((pair,))
            if gone == NO and timely == YES:
                sure.cover((pair,))

    def _forget(self, trigger: Event) -> None:
        given, length = self._given, self._length
        if isinstance(length, Exact):
            while given and given[0][0].hi < trigger.lo - length.seconds:
                given.popleft()
        elif given:
            first = add_days(trigger.day, length, -1)
            while given and given[0][0].day < first:
                given.popleft()


class UnlessTest:
    """A compiled `unless`: whether it excuses an event, three-valued."""

    __slots__ = ("_alone", "_given", "_parties", "_spans", "_test")

    def __init__(self, unless: Unless, context: Context) -> None:
        self._parties = context.parties
        # Where it hangs on a state that each party has of their own: the same for each of them.
        named = {unless.state} if isinstance(unless, UnlessState) else states_of(getattr(unless, "filters", ()))
        self._alone: dict[str, UnlessTest] | None = None
        if named & context.own.keys():
            self._alone = {name: UnlessTest(unless, context.of(name)) for name in (*context.parties, "")}
            context = context.of("")
        self._given = GivenBefore(unless.duty, unless.within, context) if isinstance(unless, UnlessEvent) else None
        self._spans = context.states[unless.state] if isinstance(unless, UnlessState) else None
        self._test = compile_filters(unless.filters, context, excusing=True) if isinstance(unless, UnlessFilters) else None

    @property
    def noticed(self) -> Mapping[str, Callable[[Event], None]]:
        """What to note early."""
        return self._given.handlers() if self._given is not None else {}

    def __call__(self, event: Event, party: str | None = None) -> int:
        """Whether it excuses this event, for a party that the sentence tells apart or for all that had part in it."""
        if self._alone is not None and party is not None:
            return self._alone.get(party, self._alone[""])(event)
        if self._given is not None:
            return self._given.verdict(event, (party,) if party is not None else event.by, event.entry.with_)[0]
        if self._spans is not None:
            return self._spans.holds(event)
        assert self._test is not None  # noqa: S101 - one of the three kinds
        return self._test(event)

    def left(self, matcher: Matcher, event: Event, party: str | None, matched: int) -> int:
        """Whether an event is meant and not excused, three-valued. With a state that each party has of their own, of some who acted."""
        if self._alone is None or (party is not None and matcher.each_party):
            return both(matched, negated(self(event, party)))
        return matcher.for_some(event, lambda one: both(matcher.of(one, event, matched), negated(self(event, one))), self._parties)
