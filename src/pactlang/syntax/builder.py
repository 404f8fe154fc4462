"""From the parser's rules to the tree: one small method for each rule of `grammar.lark`, of the same name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lark import Token, Transformer, v_args

from pactlang.model import agreement as model
from pactlang.model.calendar import Days, Exact, Period
from pactlang.syntax import tree
from pactlang.syntax.errors import MeaningError
from pactlang.syntax.scanner import normalised, unquoted
from pactlang.syntax.standing import RhythmPart, standing_form
from pactlang.syntax.tokens import date_ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.calendar import Duration
    from pactlang.source import SourceFile

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def _index(names: Sequence[str], token: Token) -> int:
    return names.index(str(token).capitalize())


def _tail(parts: tuple[Any, ...]) -> tuple[tuple[Any, ...], Any]:
    """Filters, and the `unless` that may stand at the end."""
    if parts and isinstance(parts[-1], model.UnlessEvent | model.UnlessState | model.UnlessFilters):
        return parts[:-1], parts[-1]
    return parts, None


@v_args(inline=True)
class Builder(Transformer[Token, Any]):
    """Builds the nodes of one file; its methods are called by the parser's rules."""

    def __init__(self, source: SourceFile) -> None:
        super().__init__()
        self._source = source

    # --- names, numbers, times ---

    def name(self, token: Token) -> tree.Name:
        """A token as a name that knows its place; quotation marks are taken off."""
        assert token.start_pos is not None  # noqa: S101 - every token is made with its place
        assert token.end_pos is not None  # noqa: S101
        span = self._source.span(token.start_pos, token.end_pos)
        return tree.Name.at(unquoted(span) if token.type == "STRING" else normalised(str(token)), span)

    def _problem(self, token: Token, message: str, expected: str = "") -> MeaningError:
        return MeaningError("E007", message, self.name(token).span, expected)

    def _seconds(self, token: Token) -> int:
        hours, minutes = str(token).split(":")
        return int(hours) * 3600 + int(minutes) * 60

    def _date(self, token: Token) -> int:
        ordinal = date_ordinal(str(token))
        assert ordinal is not None  # noqa: S101 - the tokenizer lets only real dates through
        return ordinal

    def _positive(self, token: Token, *, whole: bool = False) -> Decimal:
        number = Decimal(str(token))
        if whole and number != number.to_integral_value():
            raise self._problem(token, f"{token} is not a whole number.", "a whole number such as 4")
        return number

    def unit(self, token: Token) -> Token:
        return token

    day = month = ordinal = period = clause_kind = unit

    def duration(self, *parts: Token) -> Duration:
        seconds = days = months = 0
        units: list[str] = []
        for number, unit in zip(parts[::2], parts[1::2], strict=True):
            count = int(self._positive(number, whole=True))
            single = str(unit).casefold().rstrip("s")
            units.append(single)
            seconds += count * {"minute": 60, "hour": 3600}.get(single, 0)
            days += count * {"day": 1, "week": 7}.get(single, 0)
            months += count * {"month": 1, "year": 12}.get(single, 0)
        if seconds and (days or months):
            raise self._problem(
                parts[0],
                "Hours are counted exactly and days by the calendar, so one length cannot hold both.",
                f"{days * 24 + seconds // 3600} hours" if not months and not seconds % 3600 else "hours, or days",
            )
        if not (seconds or days or months):
            raise self._problem(parts[0], "This length is nothing.", "a length such as 24 hours or 2 days")
        if days > 400_000 or months > 12_000 or seconds > 400_000 * 86_400:
            raise self._problem(parts[0], "This length is longer than any calendar.", "a shorter length")
        return Exact(seconds) if seconds else Days(months, days, units[0])

    # --- nouns, filters, who ---

    def noun(self, *tokens: Token) -> tuple[tree.Name, ...]:
        return tuple(self.name(token) for token in tokens)

    def _selector(self, nouns: tuple[tree.Name, ...], filters: Sequence[Any]) -> model.Selector:
        return tree.selector(nouns, tuple(filters))

    def _duty(self, nouns: tuple[tree.Name, ...], filters: Sequence[Any]) -> model.Duty:
        by = [part for part in filters if isinstance(part, model.ByFilter)]
        to = [part for part in filters if isinstance(part, model.ToFilter)]
        rest = [part for part in filters if not isinstance(part, model.ByFilter | model.ToFilter)]
        for twice in (by[1:], to[1:]):
            if twice:
                raise MeaningError("E027", "Who is said twice here.", nouns[0].span, "one 'by' and one 'to'; join names with 'and' or 'or'")
        return model.Duty(self._selector(nouns, rest), by[0].who if by else None, to[0].who if to else None)

    def one_word(self, token: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return (self.name(token),), True

    def all_words(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.name(token) for token in tokens), True

    def any_words(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.name(token) for token in tokens), False

    def who_names(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.Who:
        return model.Parties(*words)

    def who_everyone(self) -> model.Who:
        return model.WhoWord.EVERYONE

    def who_anyone(self) -> model.Who:
        return model.WhoWord.ANYONE

    def who_each(self) -> model.Who:
        return model.WhoWord.EACH_PARTY

    def who_same(self) -> model.Who:
        return model.WhoWord.SAME_PARTY

    def who_others(self) -> model.Who:
        return model.WhoWord.THE_OTHERS

    def people(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.PersonSpec:
        names, every = words
        return model.People(names, every and len(names) > 1)

    def person_anyone(self) -> model.PersonSpec:
        return model.PersonWord.ANYONE

    def people_tagged(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.PersonSpec:
        return model.TaggedPeople(words[0])

    def person_new(self) -> model.PersonSpec:
        return model.PersonWord.SOMEONE_NEW

    def person_each(self) -> model.PersonSpec:
        return model.PersonWord.EACH_PERSON

    def person_same(self) -> model.PersonSpec:
        return model.PersonWord.SAME_PERSON

    def by(self, who: model.Who) -> model.Filter:
        return model.ByFilter(who)

    def to(self, who: model.Who) -> model.Filter:
        return model.ToFilter(who)

    def with_(self, person: model.PersonSpec) -> model.Filter:
        return model.WithFilter(person)

    def at(self, *places: Token) -> model.Filter:
        return model.AtFilter(tuple(self.name(place) for place in places))

    def tagged(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.Filter:
        names, every = words
        return model.TaggedFilter(names, every and len(names) > 1)

    def on(self, days: frozenset[int]) -> model.Filter:
        return model.DayFilter(days)

    def _clock(self, part: model.ClockPart, start: Token, end: Token) -> model.Filter:
        if str(start) == str(end):
            raise self._problem(end, "This window starts and ends at the same time.", "two different times")
        return model.ClockFilter(part, self._seconds(start), self._seconds(end))

    def between(self, start: Token, end: Token) -> model.Filter:
        return self._clock(model.ClockPart.ANY, start, end)

    def starting(self, start: Token, end: Token) -> model.Filter:
        return self._clock(model.ClockPart.START, start, end)

    def ending(self, start: Token, end: Token) -> model.Filter:
        return self._clock(model.ClockPart.END, start, end)

    def at_least(self) -> model.Comparison:
        return model.Comparison.AT_LEAST

    def at_most(self) -> model.Comparison:
        return model.Comparison.AT_MOST

    def more_than(self) -> model.Comparison:
        return model.Comparison.MORE_THAN

    def less_than(self) -> model.Comparison:
        return model.Comparison.LESS_THAN

    def lasting(self, comparison: model.Comparison, length: Duration) -> model.Filter:
        return model.LengthFilter(comparison, length)

    def _value(self, token: Token) -> str | Decimal:
        return Decimal(str(token)) if token.type == "NUMBER" else self.name(token)

    def where_is(self, field: Token, value: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), model.Comparison.IS, self._value(value))

    def where_is_not(self, field: Token, value: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), model.Comparison.IS_NOT, self._value(value))

    def where_compared(self, field: Token, comparison: model.Comparison, number: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), comparison, Decimal(str(number)))

    def while_(self, state: Token) -> model.Filter:
        return model.WhileFilter(self.name(state))

    def day_list(self, *days: Token) -> frozenset[int]:
        return frozenset(_index(_DAYS, day) for day in days)

    def day_run(self, first: Token, last: Token) -> frozenset[int]:
        begin, end = _index(_DAYS, first), _index(_DAYS, last)
        return frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))

    def weekdays(self) -> frozenset[int]:
        return frozenset(range(5))

    def weekends(self) -> frozenset[int]:
        return frozenset((5, 6))

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

    def _cap(self, measure: model.Measure, nouns: tuple[tree.Name, ...], parts: tuple[Any, ...]) -> model.Form:
        filters, unless = _tail(parts)
        window = next(part for part in filters if isinstance(part, Period | model.Rolling))
        return model.Cap(measure, self._selector(nouns, [part for part in filters if part is not window]), window, unless)

    def _count(self, number: Token) -> model.Measure:
        return model.Measure(model.Unit.COUNT, self._positive(number, whole=True))

    def _time(self, length: Duration, nouns: tuple[tree.Name, ...]) -> model.Measure:
        if not isinstance(length, Exact):
            raise MeaningError(
                "E007", f"{length.words} is no sum of hours.", nouns[0].span, "hours or minutes, such as 'at most 2 hours of …'"
            )
        return model.Measure(model.Unit.HOURS, Decimal(length.seconds))

    def cap_count(self, number: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._count(number), nouns, parts)

    def cap_hours(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._time(length, nouns), nouns, parts)

    def cap_amount(self, number: Token, currency: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._cap(self._amount(number, currency), nouns, parts)

    def _amount(self, number: Token, currency: Token) -> model.Measure:
        return model.Measure(model.Unit.AMOUNT, self._positive(number), self.name(currency))

    def _quota(self, measure: model.Measure, nouns: tuple[tree.Name, ...], parts: tuple[Any, ...]) -> model.Form:
        period = next(part for part in parts if isinstance(part, Token))
        filters = [part for part in parts if part is not period]
        return model.Quota(measure, self._selector(nouns, filters), Period(str(period).casefold()))

    def quota_count(self, number: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        if self._positive(number) == 0:
            raise self._problem(number, "At least 0 asks for nothing.", "1 or more")
        return self._quota(self._count(number), nouns, parts)

    def quota_hours(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._quota(self._time(length, nouns), nouns, parts)

    def quota_amount(self, number: Token, currency: Token, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return self._quota(self._amount(number, currency), nouns, parts)

    def gap(self, length: Duration, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Gap(length, self._selector(nouns, filters), unless)

    def within(self, length: Duration) -> model.Within:
        return model.Within(length)

    def by_next_day(self, time: Token) -> model.ByClock:
        return model.ByClock(self._seconds(time), 1)

    def by_same_day(self, time: Token) -> model.ByClock:
        return model.ByClock(self._seconds(time), 0)

    def each_trigger(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> model.Trigger:
        return model.EventTrigger(self._selector(nouns, filters))

    def first_trigger(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> model.Trigger:
        return model.EventTrigger(self._selector(nouns, filters), first=True)

    def any_breach(self) -> model.Trigger:
        return model.BreachTrigger()

    def breach_of(self, clause: Token) -> model.Trigger:
        return model.BreachTrigger(self.name(clause))

    def response(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Response(trigger, self._duty(nouns, filters[:-1]), filters[-1], unless)

    def ahead(self, at_least: Duration, at_most: Duration | None = None) -> model.Ahead:
        return model.Ahead(at_least, at_most)

    def ahead_at_most(self, at_most: Duration) -> model.Ahead:
        return model.Ahead(None, at_most)

    def within_last(self, length: Duration) -> model.WithinLast:
        return model.WithinLast(length)

    def precedence(self, trigger: model.EventTrigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Precedence(trigger, self._duty(nouns, filters[:-1]), filters[-1], unless)

    def precedence_any(self, trigger: model.EventTrigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        lead = filters[-1]
        if isinstance(lead, model.Ahead):
            lead = model.Ahead(lead.at_least, lead.at_most, reusable=True)
        return model.Precedence(trigger, self._duty(nouns, filters[:-1]), lead, unless)

    def prohibition(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        filters, unless = _tail(parts)
        return model.Prohibition(self._selector(nouns, filters), unless)

    def pause(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        at_most = parts[-1] if parts and isinstance(parts[-1], Exact | Days) else None
        filters = parts[:-1] if at_most is not None else parts
        return model.Pause(self._selector(nouns, filters), at_most)

    def pause_after(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        return model.PauseAfter(trigger, self._selector(nouns, parts[:-1]), parts[-1])

    def repeat_after(self, trigger: model.Trigger, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        every = parts[-2]
        if not isinstance(every, Exact | Days):
            raise MeaningError("E007", "Here a length is needed, not a day.", nouns[0].span, "such as 'every 4 days for 6 weeks'")
        return model.RepeatAfter(trigger, self._duty(nouns, parts[:-2]), every, parts[-1])

    def every_length(self, length: Duration) -> Duration:
        return length

    def every_unit(self, unit: Token) -> Duration:
        return self.duration(Token("NUMBER", "1", start_pos=unit.start_pos, end_pos=unit.end_pos), unit)

    def every_weekday(self, days: frozenset[int]) -> frozenset[int]:
        return days

    def on_days(self, days: frozenset[int]) -> RhythmPart:
        return RhythmPart("on", days)

    def on_month_day(self, number: Token) -> RhythmPart:
        day = int(self._positive(number, whole=True))
        if not 1 <= day <= 31:
            raise self._problem(number, f"No month has a day {number}.", "1 to 31")
        return RhythmPart("day", day)

    def on_last_day(self) -> RhythmPart:
        return RhythmPart("day", -1)

    def on_nth(self, nth: Token, day: Token) -> RhythmPart:
        return RhythmPart("nth", (_NTH[str(nth).casefold()], _index(_DAYS, day)))

    def on_date(self, number: Token, month: Token) -> RhythmPart:
        day, index = int(self._positive(number, whole=True)), _index(_MONTHS, month) + 1
        longest = 29 if index == 2 else 30 if index in (4, 6, 9, 11) else 31
        if not 1 <= day <= longest:
            raise self._problem(number, f"{month} has no day {number}.", f"1 to {longest}")
        return RhythmPart("date", (index, day))

    def at_time(self, time: Token) -> RhythmPart:
        return RhythmPart("at", self._seconds(time))

    def for_length(self, length: Duration) -> RhythmPart:
        return RhythmPart("for", length)

    def give_or_take(self, length: Duration) -> RhythmPart:
        return RhythmPart("tolerance", length)

    def standing(self, nouns: tuple[tree.Name, ...], *parts: Any) -> model.Form:
        rhythm = [part for part in parts if isinstance(part, RhythmPart)]
        every = next(part for part in parts if isinstance(part, Exact | Days | frozenset))
        filters = [part for part in parts if part is not every and not isinstance(part, RhythmPart)]
        return standing_form(self._duty(nouns, filters), every, rhythm, nouns[0].span)

    def body_line(self, body: Any) -> tree.Body:
        return body if isinstance(body, tree.ModifierLine) else tree.SentenceLine(body)

    # --- modifiers ---

    def listed(self, *items: Token) -> tuple[tree.Name, ...]:
        return tuple(self.name(item) for item in items)

    def covering(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("covering", items)

    def optionally(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.ModifierLine("optionally", items)

    def warn_at(self, number: Token) -> tree.Body:
        return tree.ModifierLine("warn at", self._positive(number))

    def warn_before(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("warn before", length)

    def remind(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("remind", length)

    def grace(self, length: Duration) -> tree.Body:
        return tree.ModifierLine("grace", length)

    def only(self, condition: model.Condition) -> tree.Body:
        return tree.ModifierLine("only", condition)

    def excepted(self, condition: model.Condition) -> tree.Body:
        return tree.ModifierLine("except", condition)

    def private(self) -> tree.Body:
        return tree.ModifierLine("private")

    def watch_off(self) -> tree.Body:
        return tree.ModifierLine("watch off")

    def from_date(self, day: Token) -> model.Condition:
        return model.DateRange(self._date(day), None)

    def from_until(self, first: Token, last: Token) -> model.Condition:
        return model.DateRange(*self._period(first, last))

    def _period(self, first: Token, last: Token) -> tuple[int, int]:
        begin, end = self._date(first), self._date(last)
        if end < begin:
            raise self._problem(last, f"This ends ({last}) before it starts ({first}).", "a later date")
        return begin, end

    def until_date(self, day: Token) -> model.Condition:
        return model.DateRange(None, self._date(day))

    def while_state(self, state: Token) -> model.Condition:
        return model.WhileFilter(self.name(state))

    def on_weekdays(self, days: frozenset[int]) -> model.Condition:
        return model.DayFilter(days)

    # --- headings ---

    def pact(self, title: Token | None = None) -> tree.Heading:
        return tree.PactHeading(self.name(title) if title is not None else "")

    def use(self, name: Token) -> tree.Heading:
        return tree.UseHeading(self.name(name))

    def include(self, path: Token) -> tree.Heading:
        return tree.IncludeHeading(self.name(path))

    def event(self, name: Token) -> tree.Heading:
        return tree.EventHeading(self.name(name))

    def term(self, name: Token, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Heading:
        return tree.TermHeading(self.name(name), self._selector(nouns, filters))

    def tags(self, items: tuple[tree.Name, ...]) -> tuple[tree.Name, ...]:
        return items

    def since(self, day: Token) -> int:
        return self._date(day)

    def person_heading(self, name: Token, *parts: Any) -> tree.Heading:
        title = next((self.name(part) for part in parts if isinstance(part, Token)), "")
        tags = next((part for part in parts if isinstance(part, tuple)), ())
        since = next((part for part in parts if isinstance(part, int)), None)
        return tree.PersonHeading(self.name(name), title, tags, since)

    def state(self, name: Token) -> tree.Heading:
        return tree.StateHeading(self.name(name))

    def matrix(self, name: Token, *rest: Token) -> tree.Heading:
        return tree.MatrixHeading(self.name(name), self.name(rest[-1]), self.name(rest[0]) if len(rest) > 1 else "")

    def clause(self, kind: Token, *parts: Token) -> tree.Heading:
        names = [self.name(part) for part in parts if part.type == "WORD"]
        titles = [self.name(part) for part in parts if part.type == "STRING"]
        return tree.ClauseHeading(model.ClauseKind(str(kind).casefold()), names[0] if names else None, titles[0] if titles else "")

    # --- bodies of other headings ---

    def parties(self, names: tuple[tree.Name, ...]) -> tree.Body:
        return tree.FieldLine("between", names)

    def in_force(self, first: Token, last: Token | None = None) -> tree.Body:
        if last is None:
            return tree.FieldLine("in force", (self._date(first), None))
        return tree.FieldLine("in force", self._period(first, last))

    def in_force_until(self, last: Token) -> tree.Body:
        return tree.FieldLine("in force", (None, self._date(last)))

    def zone(self, name: Token) -> tree.Body:
        return tree.FieldLine("time zone", (self.name(name),))

    def week_starts(self, day: Token) -> tree.Body:
        return tree.FieldLine("week starts", (_index(_DAYS, day),))

    def signed(self, party: Token, on: Token, digest: Token | None = None) -> tree.Body:
        return tree.FieldLine("signed by", (self.name(party), self._date(on), str(digest or "")))

    def plural(self, word: Token) -> tree.Body:
        return tree.FieldLine("plural", (self.name(word),))

    def with_person(self) -> tree.Body:
        return tree.FieldLine("with person")

    def about(self, event: Token) -> tree.Body:
        return tree.FieldLine("about", (self.name(event),))

    def amount_in(self, unit: Token) -> tree.Body:
        return tree.FieldLine("amount in", (self.name(unit),))

    def fields(self, items: tuple[tree.Name, ...]) -> tree.Body:
        return tree.FieldLine("fields", items)

    def starts_with(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Body:
        return tree.FieldLine("starts with", (self._selector(nouns, filters),))

    def ends_with(self, nouns: tuple[tree.Name, ...], *filters: model.Filter) -> tree.Body:
        return tree.FieldLine("ends with", (self._selector(nouns, filters),))

    def lasts(self, length: Duration) -> tree.Body:
        return tree.FieldLine("lasts", (length,))

    def ask_means(self, length: Duration) -> tree.Body:
        return tree.FieldLine("ask means", (length,))
