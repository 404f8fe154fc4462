"""Which events are meant: selectors and filters as small three-valued functions, built once per sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from functools import partial, reduce
from typing import TYPE_CHECKING, assert_never

from pactlang.checker.company import NOBODY_SAID, outside, says, with_people
from pactlang.checker.event import MAYBE, NO, YES, Event, both, either, negated
from pactlang.checker.lifting import follows
from pactlang.checker.times import before, clock_test, during_test, length_test
from pactlang.model.agreement import (
    NO_VALUES,
    AtFilter,
    ByFilter,
    ClockFilter,
    Comparison,
    DateRange,
    DayFilter,
    DuringFilter,
    EveryOther,
    FieldFilter,
    LengthFilter,
    NotFilter,
    Parties,
    People,
    PersonWord,
    Season,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.parts import positive
from pactlang.model.words import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.spans import Spans
    from pactlang.model.agreement import Condition, Filter, PersonSpec, Selector, Who

Test = Callable[[Event], int]  # NO, YES or MAYBE


class Matcher:
    """A compiled selector.

    `tests` holds, for each event type it may match, the test to pass (None: any such event). `each_party` and `each_person` say that
    the sentence holds for everyone of them on their own; `same_person` that an event must be with the people of its trigger. Where
    events are `owed`, what somebody did instead of another is the other's.
    """

    __slots__ = ("_alone", "_named", "each_party", "each_person", "owed", "same_person", "tests")

    def __init__(
        self,
        selector: Selector,
        context: Context,
        only: tuple[Condition, ...] = (),
        excepted: tuple[Condition, ...] = (),
        *,
        owed: bool = False,
    ) -> None:
        """`only` and `excepted` are conditions under the sentence that an event must meet, too."""
        self.owed = owed
        extra = compile_conditions(only, excepted, context)
        common = [_compile(part, context, owed=owed) for part in selector.filters]
        self.tests: dict[str, Test | None] = {}
        for alternative in selector.alternatives:
            parts = [_compile(part, context, owed=owed) for part in alternative.filters]
            test = _all_of([found for found in (*parts, *common, *extra) if found is not None])
            if alternative.event in self.tests:
                earlier = self.tests[alternative.event]
                test = None if test is None or earlier is None else partial(_either_of, earlier, test)
            self.tests[alternative.event] = test
        filters = (*selector.filters, *(part for alternative in selector.alternatives for part in alternative.filters))
        self.each_party = ByFilter(WhoWord.EACH_PARTY) in filters
        self.each_person = WithFilter(PersonWord.EACH_PERSON) in filters
        self.same_person = WithFilter(PersonWord.SAME_PERSON) in filters
        # Where a state that each party has of their own has a say: the same for each of them alone, and for somebody who is none.
        self._alone: dict[str, Matcher] | None = None
        self._named = named_in(selector) if context.own else {}
        if context.own and states_of((*filters, *only, *excepted)) & context.own.keys():
            self._alone = {name: Matcher(selector, context.of(name), only, excepted, owed=owed) for name in (*context.parties, _OUTSIDE)}
            self.tests = dict.fromkeys(self.tests, self._for_some)

    def alone(self, party: str | None, event: Event, matched: int) -> int:
        """Whether an event is meant where it is told apart by this party, three-valued; `matched` is what is known for all."""
        return self.of(party, event, matched) if self.each_party and party is not None else matched

    def of(self, party: str, event: Event, matched: int) -> int:
        """The same for one of those who had part in it, where a state that each party has of their own has a say."""
        return matched if self._alone is None else self._alone.get(party, self._alone[_OUTSIDE])(event)

    def for_some(self, event: Event, answer: Callable[[str], int], parties: tuple[str, ...]) -> int:
        """Whether something is so for some of those who had part in an event and whom the sentence means; if it names nobody, of whoever
        it may have been.
        """
        acted = event.done_for if self.owed else event.by
        if not acted:
            answers = {answer(party) for party in parties}
            return answers.pop() if len(answers) == 1 else MAYBE
        named = self._named.get(event.type)
        return reduce(either, (answer(name) for name in acted if named is None or name in named), NO)

    def _for_some(self, event: Event) -> int:
        assert self._alone is not None  # noqa: S101 - only then is it asked
        parties = tuple(name for name in self._alone if name != _OUTSIDE)
        return self.for_some(event, lambda name: self.of(name, event, NO), parties)

    def __call__(self, event: Event) -> int:
        """Whether an event is meant, three-valued."""
        test = self.tests.get(event.type, _never)
        return YES if test is None else test(event)

    def keys(self, event: Event, parties: tuple[str, ...], *, each_owes: bool = False) -> tuple[tuple[str | None, str | None], ...]:
        """For whom the sentence speaks of this event: (party, person) pairs, None where it does not tell them apart.

        With `each_owes` (`after each encounter, reflection by each party`) it speaks of every party, whoever had part in the event.
        """
        if not self.each_party and not self.each_person and not each_owes:
            return _ALL_TOGETHER
        by: tuple[str | None, ...] = (None,)
        if self.each_party:
            by = tuple(party for party in (event.done_for if self.owed else event.by) if party in parties)
        elif each_owes:
            by = parties
        people: tuple[str | None, ...] = outside(event.entry.with_, parties) if self.each_person else (None,)
        return tuple((party, person) for party in by for person in people)


_OUTSIDE = ""  # nobody of the parties

_ALL_TOGETHER: tuple[tuple[str | None, str | None], ...] = ((None, None),)


def states_of(parts: Iterable[object]) -> set[str]:
    """The states that filters and conditions name."""
    return {part.state for part in map(positive, parts) if isinstance(part, WhileFilter)}


def named_in(selector: Selector) -> dict[str, frozenset[str]]:
    """For each event type of a selector whose doers are named: these."""
    found: dict[str, frozenset[str]] = {}
    unnamed: set[str] = set()
    for alternative in selector.alternatives:
        said = [part.who for part in (*alternative.filters, *selector.filters) if isinstance(part, ByFilter)]
        names = frozenset(name for who in said if isinstance(who, Parties) for name in who.names)
        if names:
            found[alternative.event] = found.get(alternative.event, frozenset()) | names
        else:
            unnamed.add(alternative.event)
    return {event: names for event, names in found.items() if event not in unnamed}


def _never(_: Event) -> int:
    return NO


def _either_of(left: Test, right: Test, event: Event) -> int:
    return either(left(event), right(event))


def _all_of(tests: list[Test]) -> Test | None:
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]

    def test(event: Event) -> int:
        answer = YES
        for one in tests:
            answer = both(answer, one(event))
            if answer == NO:
                return NO
        return answer

    return test


def compile_filters(filters: tuple[Filter, ...], context: Context, *, excusing: bool = False) -> Test:
    """One test for several filters.

    Where they excuse (`unless with dana`), a `with` asks it of everyone that the event is with, and what an entry does not say is open.
    """
    tests = []
    for part in filters:
        if excusing and isinstance(part, WithFilter):
            tests.append(_all_with(part.person, context))
        else:
            found = (_if_said if excusing else _compile)(part, context)
            if found is not None:
                tests.append(found)
    return _all_of(tests) or (lambda _: YES)


def _if_said(part: Filter, context: Context, *, owed: bool = False) -> Test | None:
    """A filter's test of an event whose entry says what the filter asks for; of any other, nobody can tell."""
    test = _compile(part, context, owed=owed)
    if test is None or not isinstance(part, ByFilter | ToFilter | AtFilter | TaggedFilter):
        return test  # with whom is left open wherever it is asked
    return lambda event: test(event) if says(part, event.entry, event.done_for if owed else event.by) else MAYBE


def compile_conditions(only: tuple[Condition, ...], excepted: tuple[Condition, ...], context: Context) -> tuple[Test, ...]:
    """The tests that `only …` and `except …` put on an event."""
    tests = [_condition(condition, context) for condition in only]
    for condition in excepted:
        tests.append(partial(_not, _condition(condition, context)))
    return tuple(tests)


def _not(test: Test, event: Event) -> int:
    return negated(test(event))


def _condition(condition: Condition, context: Context) -> Test:
    match condition:
        case DateRange() | Season() | EveryOther():
            return lambda event: int(condition.holds(event.day))
        case DayFilter() | WhileFilter():
            test = _compile(condition, context)
            assert test is not None  # noqa: S101 - both always compile to a test
            return test


def _compile(part: Filter, context: Context, *, owed: bool = False) -> Test | None:
    match part:
        case ByFilter(who):
            return _names_test(who, lambda event: event.done_for if owed else event.by, context.parties)
        case ToFilter(who):
            return _names_test(who, lambda event: event.entry.to, context.parties)
        case WithFilter(person):
            return _any_with(person, context)
        case AtFilter(places):
            there = {folded(place) for place in places}
            return lambda event: int(event.entry.place is not None and folded(event.entry.place) in there)
        case TaggedFilter(tags, every):
            wanted = {folded(tag) for tag in tags}
            if every:
                return lambda event: int(wanted.issubset(map(folded, event.entry.tags)))
            return lambda event: int(not wanted.isdisjoint(map(folded, event.entry.tags)))
        case DayFilter(days):
            holds = days.holds
            return lambda event: int(holds(event.day))
        case ClockFilter():
            return clock_test(part)
        case DuringFilter(hours):
            return partial(during_test, hours)
        case LengthFilter(comparison, length):
            return partial(length_test, comparison, length)
        case FieldFilter():
            return _field_test(part)
        case WhileFilter(state) if state in context.own:
            return partial(_of_some, context.own[state], owed)
        case WhileFilter(state):
            spans = context.states[state]
            # A pause that follows something never lifts what it follows asks for.
            return (lambda event: spans.holds_but_for(event.entry, event)) if follows(state) else spans.holds
        case NotFilter(contrary):
            test = _if_said(contrary, context, owed=owed)
            return partial(_not, test) if test is not None else None


def _of_some(own: Mapping[str, Spans], owed: bool, event: Event) -> int:
    """Whether a state that each party has of their own holds for some of those who had part in an event."""
    acted = event.done_for if owed else event.by
    answers = [own[name].holds(event) for name in (acted or own) if name in own]
    if acted:
        return reduce(either, answers, NO)
    return answers[0] if len(set(answers)) == 1 else MAYBE


def _names_test(who: Who, names_of: Callable[[Event], tuple[str, ...]], parties: tuple[str, ...]) -> Test | None:
    match who:
        case Parties((name,), _):
            return lambda event: int(name in names_of(event))
        case Parties(names, every):
            wanted = set(names)
            if every:
                return lambda event: int(wanted.issubset(names_of(event)))
            return lambda event: int(not wanted.isdisjoint(names_of(event)))
        case WhoWord():
            return None  # anyone; `each party` tells apart by key, not by test
        case SomeOf(number, _, fewer):
            us = frozenset(parties)

            def test(event: Event) -> int:
                names = names_of(event)
                return int((len(us.intersection(names)) < number) is fewer) if names else MAYBE

            return test
        case _:
            assert_never(who)


def _any_with(person: PersonSpec, context: Context) -> Test | None:
    found = _any_of_those(person, context)
    return None if found is None else _unless_unsaid(found, context)


def _unless_unsaid(test: Test, context: Context) -> Test:
    """The same where an entry says with whom it was; where it does not and its event is one `with person`, nobody can tell."""
    unsaid = with_people(context.version.agreement)
    return lambda event: MAYBE if not event.entry.with_ and event.type in unsaid else test(event)


def _any_of_those(person: PersonSpec, context: Context) -> Test | None:
    match person:
        case People(names, True):
            wanted = set(names)
            return lambda event: int(wanted.issubset(event.entry.with_))
        case PersonWord.ANYONE:
            return lambda event: int(bool(outside(event.entry.with_, context.parties)))
        case PersonWord.EACH_PERSON | PersonWord.SAME_PERSON:
            return None  # told apart by key, or compared with the trigger
        case People() | TaggedPeople() | PersonWord.SOMEONE_NEW:
            fits = _person_test(person, context)
            return lambda event: reduce(either, (fits(event, name) for name in event.entry.with_), NO)
        case _:
            assert_never(person)


def _all_with(person: PersonSpec, context: Context) -> Test:
    fits = _person_test(person, context)
    parties = set(context.parties) - (set(person.names) if isinstance(person, People) else set())

    def found(event: Event) -> int:
        people = outside(event.entry.with_, parties)
        return reduce(both, (fits(event, name) for name in people), YES) if people else NO

    return _unless_unsaid(found, context)


def _person_test(person: PersonSpec, context: Context) -> Callable[[Event, str], int]:
    match person:
        case People(names, _):
            return lambda _, name: int(name in names)
        case TaggedPeople(tags):
            asked = {folded(tag) for tag in tags}
            tagged = {one.name for one in context.version.agreement.people if not asked.isdisjoint(map(folded, one.tags))}
            return lambda _, name: int(name in tagged)
        case PersonWord.SOMEONE_NEW:
            facts, unsaid = context.facts, with_people(context.version.agreement)
            since = {one.name: one.known_since for one in context.version.agreement.people if one.known_since is not None}

            def is_new(event: Event, name: str) -> int:
                if name in context.parties:
                    return NO
                known = since.get(name)
                if known is not None and known <= event.day:
                    return NO
                answer = YES
                for other in facts.met.get((event.type, name), ()):
                    if other.entry is not event.entry:
                        answer = both(answer, negated(before(other, event)))
                for other in facts.met.get((event.type, NOBODY_SAID), ()) if event.type in unsaid else ():
                    if other.entry is not event.entry and before(other, event) != NO:
                        answer = both(answer, MAYBE)  # they may have met then
                return answer

            return is_new
        case PersonWord.ANYONE | PersonWord.EACH_PERSON | PersonWord.SAME_PERSON:
            return lambda _event, _name: YES
        case _:
            assert_never(person)


def _field_test(part: FieldFilter) -> Test:
    name, wanted, comparison = part.field, part.value, part.comparison
    if comparison is Comparison.WITHOUT:
        return partial(_without, name)
    if comparison in (Comparison.IS, Comparison.IS_NOT):
        negative = comparison is Comparison.IS_NOT

        def same(event: Event) -> int:
            value = event.entry.fields.get(name)
            equal = value is not None and (value == wanted if isinstance(wanted, Decimal) else folded(str(value)) == folded(wanted))
            return int(equal != negative)

        return same
    assert isinstance(wanted, Decimal)  # noqa: S101 - the resolver lets only numbers be compared
    compare: Callable[[Decimal], bool] = {
        Comparison.AT_LEAST: lambda value: value >= wanted,
        Comparison.AT_MOST: lambda value: value <= wanted,
        Comparison.MORE_THAN: lambda value: value > wanted,
        Comparison.LESS_THAN: lambda value: value < wanted,
    }[comparison]

    def compared(event: Event) -> int:
        value = number_of(event.entry.fields.get(name))
        return int(value is not None and compare(value))

    return compared


def _without(name: str, event: Event) -> int:
    value = event.entry.fields.get(name)
    return int(value is None or folded(str(value)) in NO_VALUES)


def number_of(value: str | Decimal | None) -> Decimal | None:
    """A field's value as a number, or None where it is none.

    >>> number_of("4.5"), number_of("blue")
    (Decimal('4.5'), None)
    """
    if value is None or isinstance(value, Decimal):
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
