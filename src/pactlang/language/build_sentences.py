"""From the parser's rules to sentences: one small method for each rule of `grammar.lark`."""

# ruff: noqa: D102 - one method for each rule of the grammar, of the same name; the rule says what it is

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from pactlang.language import tree
from pactlang.language.build_parts import MONTHS, WEEKDAYS, AllOf, Parts, index_of
from pactlang.language.errors import MeaningError
from pactlang.language.standing import Once, RhythmPart, Turns, standing_form
from pactlang.language.walk import Token
from pactlang.model import agreement as model
from pactlang.model.calendar import Days, Exact, Period

if TYPE_CHECKING:
    from pactlang.model.calendar import Duration

_MOST_DAYS = 1000  # that an answer may wait for
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def _tail(parts: tuple[Any, ...]) -> tuple[tuple[Any, ...], Any]:
    """Filters, and the `unless` that may stand at the end."""
    if parts and isinstance(parts[-1], model.UnlessEvent | model.UnlessState | model.UnlessFilters):
        return parts[:-1], parts[-1]
    return parts, None


class Sentences(Parts):
    """Builds the sentences."""

    # --- unless ---

    def unless_event(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Unless:
        return model.UnlessEvent(self._duty(nouns, parts[:-1]), parts[-1])

    def unless_state(self, state: Token) -> model.Unless:
        return model.UnlessState(self.name(state))

    def unless_filters(self, *filters: model.Filter) -> model.Unless:
        return model.UnlessFilters(filters)

    # --- sentences ---

    def per(self, period: Token) -> Period:
        return Period(str(period).casefold())

    def in_any(self, length: Duration) -> model.Rolling:
        return model.Rolling(length)

    def between_occasions(self, nouns: tuple[tree.Name, ...]) -> model.Between:
        if isinstance(nouns, AllOf):
            first, last = nouns[0], nouns[-1]
            message = f"'between {' and '.join(nouns)}' can be read in two ways."
            expected = f"'between {' or '.join(nouns)}' (either starts the count again), or a sentence for each"
            raise MeaningError("E023", message, first.span.to(last.span), expected)
        return model.Between(self._selector(nouns, ()))

    def _refuse_after(self, window: model.Between, nouns: tuple[tree.Name, ...]) -> None:
        """`at most 200 EUR of expense between settlements by Ana`: her expense, or her settlements?"""
        counted, occasion = nouns[0], window.selector.noun
        message = f"What comes after '{occasion}' could narrow it, or '{counted}'."
        expected = f"it before 'between' (for '{counted}'), or a heading 'term NAME means {occasion} …' and 'between NAME'"
        raise MeaningError("E023", message, expected=expected)

    def _cap(self, measure: model.Measure, nouns: tuple[tree.Name, ...], parts: tuple[Any, ...]) -> model.Form:
        filters, unless = _tail(parts)
        place = next(place for place, part in enumerate(filters) if isinstance(part, Period | model.Rolling | model.Between))
        window = filters[place]
        if isinstance(window, model.Between) and len(filters) > place + 1:
            self._refuse_after(window, nouns)
        return model.Cap(measure, self._selector(nouns, [part for part in filters if part is not window]), window, unless)

    def _count(self, number: Token) -> model.Measure:
        return model.Measure(model.Unit.COUNT, self._number(number, whole=True))

    def _time(self, length: Duration) -> model.Measure:
        if isinstance(length, Exact):
            return model.Measure(model.Unit.HOURS, Decimal(length.seconds))
        if length.months or length.unit != "day":
            message = "Time is counted in minutes, hours, days or nights."
            raise MeaningError("E007", message, expected="one of these, such as 'at most 2 hours of …' or 'at most 2 days of …'")
        return model.Measure(model.Unit.DAYS, Decimal(length.days))

    def cap_count(self, number: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._count(number), nouns, parts)

    def cap_hours(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._time(length), nouns, parts)

    def cap_amount(self, number: Token, currency: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._amount(number, currency), nouns, parts)

    def cap_people(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        number = next(part for part in parts if isinstance(part, Token))
        limit = self._number(number, whole=True)
        if not limit:
            raise self._problem(number, "With nobody is a ban.", f"1 or more, or 'no {nouns[0]}'")
        return self._cap(model.Measure(model.Unit.PEOPLE, limit), nouns, tuple(part for part in parts if part is not number))

    def _amount(self, number: Token, currency: Token) -> model.Measure:
        return model.Measure(model.Unit.AMOUNT, self._number(number), self.name(currency))

    def _quota(self, measure: model.Measure, nouns: tuple[tree.Name, ...], parts: tuple[Any, ...]) -> model.Form:
        self._one_thing(nouns)
        period = next(part for part in parts if isinstance(part, Token))
        filters = [part for part in parts if part is not period]
        return model.Quota(measure, self._selector(nouns, filters), Period(str(period).casefold()))

    def quota_count(self, number: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        if self._number(number) == 0:
            raise self._problem(number, "At least 0 asks for nothing.", "1 or more")
        return self._quota(self._count(number), nouns, parts)

    def quota_hours(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._quota(self._time(length), nouns, parts)

    def quota_amount(self, number: Token, currency: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        measure = self._amount(number, currency)
        if isinstance(parts[-1], Decimal):
            return self._quota(replace(measure, give=parts[-1]), nouns, parts[:-1])
        return self._quota(measure, nouns, parts)

    def leeway(self, number: Token) -> Decimal:
        return self._number(number)

    def gap(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Gap(length, self._selector(nouns, filters), unless)

    def within(self, length: Duration) -> model.Within:
        return model.Within(length)

    def within_days(self, number: Token, name: Token) -> model.WithinDays:
        count = self._number(number, whole=True)
        if not 0 < count <= _MOST_DAYS:
            raise self._problem(number, f"This is not a number of {name} to wait for.", "a number such as 2")
        return model.WithinDays(int(count), self.days_named(name))

    def by_next_day(self, time: Token) -> model.ByClock:
        return model.ByClock(self._seconds(time), 1)

    def by_same_day(self, time: Token) -> model.ByClock:
        return model.ByClock(self._seconds(time), 0)

    def by_day_before(self, time: Token) -> model.ByClock:
        return model.ByClock(self._seconds(time), -1)

    def by_date_asked(self) -> model.ByDateAsked:
        return model.ByDateAsked()

    def each_trigger(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> model.Trigger:
        return model.EventTrigger(self._selector(nouns, filters))

    def first_trigger(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> model.Trigger:
        return model.EventTrigger(self._selector(nouns, filters), first=True)

    def any_breach(self) -> model.Trigger:
        return model.BreachTrigger()

    def breach_of(self, *clauses: Token) -> model.Trigger:
        for place, clause in enumerate(clauses):
            if str(clause) in map(str, clauses[:place]):
                raise self._problem(clause, f"'{clause}' appears twice here.", "each clause once")
        first, *others = sorted(map(self.name, clauses))  # in whatever order they are named, it means the same
        return model.BreachTrigger(first, tuple(others))

    def counted_events(self, number: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Trigger:
        if isinstance(nouns, AllOf):
            message = f"This can be read in two ways: {number} of all these together, or {number} of each."
            raise MeaningError(
                "E023", message, nouns[0].span.to(nouns[-1].span), "'or' if they are counted together, or a sentence for each"
            )
        return model.EventTrigger(self._selector(nouns, parts[:-1]), times=self._times(number, parts[-1]))

    def counted_breaches(self, number: Token, *parts: Any) -> model.Trigger:
        clauses = [one for one in parts[:-1] if not isinstance(one, model.WhoWord)]
        trigger = self.breach_of(*clauses) if clauses else model.BreachTrigger()
        by = model.WhoWord.EACH_PARTY if len(clauses) < len(parts) - 1 else None
        return replace(trigger, times=self._times(number, parts[-1]), by=by)

    def each_party(self) -> model.WhoWord:
        return model.WhoWord.EACH_PARTY

    def _times(self, number: Token, window: model.Rolling) -> model.Times:
        """How many of something, in any so many days; a window in hours would begin at any moment."""
        count = int(self._number(number, whole=True))
        if count < 2:
            raise self._problem(number, "Counting up begins with two.", "2 or more, or 'after each …'")
        if isinstance(window.length, Exact):
            message = f"What happens in any {window.length.words} cannot be counted up, because a window in hours begins at any moment."
            raise self._problem(number, message, "a window in days, such as 'in any 7 days'")
        return model.Times(count, window.length)

    def response(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        no_sooner = filters[-1] if isinstance(filters[-1], Exact | Days) else None
        *before, deadline = filters if no_sooner is None else filters[:-1]
        portion = before.pop(0) if before and isinstance(before[0], model.Portion) else None
        return model.Response(trigger, self._duty(nouns, tuple(before)), deadline, unless, no_sooner, portion)

    def all_of_it(self) -> model.Portion:
        return model.Portion(1, 1)

    def half_of_it(self) -> model.Portion:
        return model.Portion(1, 2)

    def part_of_it(self, nth: Token) -> model.Portion:
        return model.Portion(1, _PARTS[str(nth).casefold()])

    def nth_part(self, word: Token) -> Token:
        return word

    def percent_of_it(self, number: Token) -> model.Portion:
        percent = self._number(number)
        if not percent:
            raise self._problem(number, "With so little, nothing is owed.", "more than 0, such as 50 percent")
        return model.Portion.of(Fraction(percent) / 100)

    def no_sooner(self, length: Duration) -> Duration:
        return length

    def ahead(self, at_least: Duration | model.ByClock, at_most: Duration | None = None) -> model.Ahead:
        return model.Ahead(at_least, at_most)

    def ahead_at_most(self, at_most: Duration) -> model.Ahead:
        return model.Ahead(None, at_most)

    def within_last(self, length: Duration) -> model.WithinLast:
        return model.WithinLast(length)

    def precedence(self, trigger: model.EventTrigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._precedence(trigger, nouns, parts)

    def _precedence(self, trigger: model.EventTrigger, nouns: tuple[tree.Name, ...], parts: tuple[Any, ...]) -> model.Precedence:
        filters, unless = _tail(parts)
        lead = filters[-1] if filters and isinstance(filters[-1], model.Ahead | model.WithinLast) else None
        duty = self._duty(nouns, filters if lead is None else filters[:-1])
        return model.Precedence(trigger, duty, model.Ahead(None) if lead is None else lead, unless)

    def precedence_any(self, trigger: model.EventTrigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        found = self._precedence(trigger, nouns, parts)
        return replace(found, lead=replace(found.lead, reusable=True)) if isinstance(found.lead, model.Ahead) else found

    def prohibition(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Prohibition(self._selector(nouns, filters), unless)

    def prohibition_before(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        place = next(number for number, part in enumerate(parts) if isinstance(part, Exact | Days))
        later = self._selector(parts[place + 1], parts[place + 2 :])
        return model.ProhibitionBefore(self._selector(nouns, parts[:place]), parts[place], later)

    def bar_for(self, length: Duration) -> Duration:
        return length

    def bar_until(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> model.Duty:
        return self._duty(nouns, filters)

    def prohibition_after(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return model.ProhibitionAfter(trigger, self._selector(nouns, parts[:-1]), parts[-1])

    def pause(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        at_most = parts[-1] if parts and isinstance(parts[-1], Exact | Days) else None
        filters = parts[:-1] if at_most is not None else parts
        return model.Pause(self._selector(nouns, filters), at_most)

    def pause_after(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return model.PauseAfter(trigger, self._selector(nouns, parts[:-1]), parts[-1])

    def repeat_after(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        every = parts[-2]
        if not isinstance(every, Exact | Days):
            raise MeaningError("E007", "This needs a length, not a day.", expected="such as 'every 4 days for 6 weeks'")
        return model.RepeatAfter(trigger, self._duty(nouns, parts[:-2]), every, parts[-1])

    def every_length(self, length: Duration) -> Duration:
        return length

    def every_unit(self, unit: Token) -> Duration:
        return self.duration(Token("A_NUMBER", "1", start_pos=unit.start_pos), unit)

    def every_weekday(self, days: frozenset[int]) -> frozenset[int]:
        return days

    def on_day(self, day: RhythmPart) -> RhythmPart:
        return day

    def by_day(self, day: RhythmPart) -> tuple[RhythmPart, ...]:
        return (day, RhythmPart("by", value=True))

    def by_time(self, time: Token) -> tuple[RhythmPart, ...]:
        return (RhythmPart("at", self._seconds(time)), RhythmPart("by", value=False))

    def weekdays_named(self, days: frozenset[int]) -> RhythmPart:
        return RhythmPart("on", days)

    def month_day(self, number: Token) -> RhythmPart:
        day = int(self._number(number, whole=True))
        if not 1 <= day <= 31:
            raise self._problem(number, f"No month has a day {number}.", "1 to 31")
        return RhythmPart("day", day)

    def last_day(self) -> RhythmPart:
        return RhythmPart("day", -1)

    def nth_weekday(self, nth: Token, day: Token) -> RhythmPart:
        return RhythmPart("nth", (_NTH[str(nth).casefold()], index_of(WEEKDAYS, day)))

    def date_of_year(self, number: Token, month: Token) -> RhythmPart:
        return RhythmPart("date", self._date_of_year(number, month))

    def _date_of_year(self, number: Token, month: Token) -> tuple[int, int]:
        """A date that comes each year: its month and day."""
        day, index = int(self._number(number, whole=True)), index_of(MONTHS, month) + 1
        longest = 29 if index == 2 else 30 if index in (4, 6, 9, 11) else 31
        if not 1 <= day <= longest:
            nearest = str(longest) if day > longest else ""
            raise MeaningError("E007", f"{month} has no day {number}.", self.name(number).span, f"1 to {longest}", nearest)
        return index, day

    def at_time(self, time: Token) -> RhythmPart:
        return RhythmPart("at", self._seconds(time))

    def for_length(self, length: Duration) -> RhythmPart:
        return RhythmPart("for", length)

    def give_or_take(self, length: Duration) -> RhythmPart:
        return RhythmPart("tolerance", length)

    def starting_with(self, party: Token, date: Token) -> RhythmPart:
        return RhythmPart("starting", model.FirstTurn(self.person_name(party), self._date(date)))

    def turns(self, names: tuple[tuple[tree.Name, ...], bool]) -> Turns:
        self._only_names(names[0])
        if not names[1]:
            raise MeaningError("E007", "Who takes turns is a list: one after the other.", names[0][0].span, "'by Ana and Ben in turn'")
        return self._turns(names[0])

    def turns_listed(self, *parties: Token) -> Turns:
        names = tuple(self.person_name(party) for party in parties)
        self._only_names(names)
        return self._turns(names)

    def _turns(self, names: tuple[tree.Name, ...]) -> Turns:
        for place, name in enumerate(names):
            if name in names[:place]:
                message = f"{name} appears twice here: turns come round to everyone equally often."
                raise MeaningError("E023", message, name.span, "each name once, in the order of the turns")
        if len(names) == 1:
            raise MeaningError(
                "E007", "One person alone takes no turns.", names[0].span, "two names or more, such as 'Ana and Ben in turn'"
            )
        return Turns(names)

    def on_one_date(self, date: Token) -> Once:
        return Once(self._date(date), by=False)

    def by_one_date(self, date: Token) -> Once:
        return Once(self._date(date), by=True)

    def standing(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        said = [part for one in parts for part in (one if type(one) is tuple else (one,))]
        rhythm = [part for part in said if isinstance(part, RhythmPart)]
        every = next(part for part in parts if isinstance(part, Exact | Days | frozenset | Once))
        turns = next((part for part in said if isinstance(part, Turns)), None)
        filters = [part for part in said if part is not every and not isinstance(part, RhythmPart | Turns)]
        if isinstance(every, Once) and nouns[0].casefold() == "signed":
            message = "A signature is a line under the heading 'pact'."
            raise MeaningError("E007", message, nouns[0].span, "this line under 'pact'; here, an event that is to happen")
        duty = self._duty(nouns, filters)
        if turns is None:
            return standing_form(duty, every, rhythm)
        if duty.by is not None:
            raise MeaningError("E007", "This says twice by whom.", expected="the names that take turns alone: 'by Ana and Ben in turn'")
        return standing_form(replace(duty, by=model.Parties(turns.names, every=False)), every, rhythm, turns.names)

    def body_line(self, body: Any) -> tree.Body:
        return body if isinstance(body, tree.ModifierLine) else tree.SentenceLine(body)
