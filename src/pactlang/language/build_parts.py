"""From the parser's rules to nouns, filters, names, numbers and lengths: one small method for each rule of `grammar.lark`."""

# ruff: noqa: D102 - one method for each rule of the grammar, of the same name; the rule says what it is

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactlang.language import tree
from pactlang.language.errors import MeaningError
from pactlang.language.scanner import OPENING, normalised, unquoted
from pactlang.language.tokens import date_ordinal
from pactlang.language.walk import Node, Token
from pactlang.model import agreement as model
from pactlang.model.calendar import Days, Exact
from pactlang.model.named import NamedDays, NamedHours, WeekDays
from pactlang.model.words import evened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.language.tokens import Word
    from pactlang.model.calendar import Duration
    from pactlang.model.named import DaySet
    from pactlang.source import SourceFile

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
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


# Words that speak of many people and are nobody's name.
_FOR_MANY = frozenset(["anyone", "everyone", "someone", "anybody", "everybody", "somebody", "nobody", "others"])
# What people say after `at` when they speak of no place. Read as a place, `no encounter at all` would forbid nothing.
_WINDOW = "a window of time, such as 'between 23:00 and 05:00'"
_NO_PLACES = {
    **dict.fromkeys(["all", "any", "once", "first", "last", "least", "most", "times"], "a place; one with this name needs quotation marks"),
    **dict.fromkeys(["night", "nights", "noon", "midday", "midnight", "dawn", "dusk", "lunchtime"], _WINDOW),
    **dict.fromkeys(["weekend", "weekends"], "'on weekends'"),
}


class AllOf(tuple[tree.Name, ...]):
    """Nouns joined by `and`."""

    __slots__ = ()


def index_of(names: Sequence[str], token: Token) -> int:
    """The place of a word of the language in a list, however it is capitalised."""
    return names.index(str(token).capitalize())


class Parts:
    """Builds the parts that sentences are made of: one method for each rule of the parser, called with what the rule holds.

    What the parser read holds no places, only the numbers of words, so that one reading serves every line that says the same.
    """

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._words: Sequence[Word] = ()

    def build(self, parsed: Node, words: Sequence[Word]) -> Any:
        """What a line says, by the parser's reading of it and its words. Raises `MeaningError`."""
        self._words = words
        return self._built(parsed)

    def _built(self, node: Node) -> Any:
        return getattr(self, node.data)(*[self._built(part) if isinstance(part, Node) else part for part in node.children])

    # --- names, numbers, times ---

    def name(self, token: Token) -> tree.Name:
        """A token as a name that knows its place; quotation marks are taken off."""
        word = self._words[token.start_pos]
        span = self._source.span(word.start, word.end)
        return tree.Name.at(unquoted(span) if token.type == "A_STRING" else normalised(str(token)), span)

    def person_name(self, token: Token) -> tree.Name:
        """A token as what somebody is called: in quotation marks, spaces count as one."""
        name = self.name(token)
        return tree.Name.at(evened(name), name.span)

    def _problem(self, token: Token, message: str, expected: str = "") -> MeaningError:
        return MeaningError("E007", message, self.name(token).span, expected)

    def _seconds(self, token: Token) -> int:
        hours, minutes = str(token).split(":")
        return int(hours) * 3600 + int(minutes) * 60

    def _date(self, token: Token) -> int:
        ordinal = date_ordinal(str(token))
        assert ordinal is not None  # noqa: S101 - the tokenizer lets only real dates through
        return ordinal

    def _number(self, token: Token, *, whole: bool = False) -> Decimal:
        if len(token) > 15:
            raise self._problem(token, "This number is longer than anything that people count.", "a shorter number")
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
        span = self.name(parts[0]).span.to(self.name(parts[-1]).span)
        for number, unit in zip(parts[::2], parts[1::2], strict=True):
            single = str(unit).casefold().rstrip("s")
            count = self._whole(number, single)
            units.append(single)
            seconds += count * {"minute": 60, "hour": 3600}.get(single, 0)
            days += count * {"day": 1, "week": 7}.get(single, 0)
            months += count * {"month": 1, "year": 12}.get(single, 0)
        if seconds and (days or months):
            exact = Exact(days * 86_400 + seconds)
            message = "Hours are counted exactly and days by the calendar, so one length cannot hold both."
            raise MeaningError("E007", message, span, "" if not months else "hours, or days", exact.words if not months else "")
        if not (seconds or days or months):
            raise MeaningError("E007", "This length is zero.", span, "a length such as 24 hours or 2 days")
        if days > 400_000 or months > 12_000 or seconds > 400_000 * 86_400:
            raise MeaningError("E007", "This length is longer than any calendar.", span, "a shorter length")
        return Exact(seconds) if seconds else Days(months, days, units[0])

    def _whole(self, number: Token, unit: str) -> int:
        """A number of units. Where it is not whole, the smaller unit is offered."""
        count = self._number(number)
        smaller = {"hour": (60, "minutes"), "day": (24, "hours"), "week": (7, "days"), "year": (12, "months")}.get(unit)
        if count == count.to_integral_value():
            return int(count)
        if smaller is not None and (product := count * smaller[0]) == product.to_integral_value():
            raise self._problem(number, f"{number} is not a whole number.", f"'{int(product)} {smaller[1]}'")
        raise self._problem(number, f"{number} is not a whole number.", "a whole number such as 4")

    # --- nouns, filters, who ---

    def one_noun(self, token: Token) -> tuple[tree.Name, ...]:
        return (self.name(token),)

    def any_nouns(self, *tokens: Token) -> tuple[tree.Name, ...]:
        return tuple(self.name(token) for token in tokens)

    def all_nouns(self, *tokens: Token) -> tuple[tree.Name, ...]:
        return AllOf(self.name(token) for token in tokens)

    def _selector(self, nouns: tuple[tree.Name, ...], filters: Sequence[Any]) -> model.Selector:
        return tree.selector(nouns, tuple(filters))

    def _duty(self, nouns: tuple[tree.Name, ...], filters: Sequence[Any]) -> model.Duty:
        self._one_thing(nouns)
        by = [part for part in filters if isinstance(part, model.ByFilter)]
        to = [part for part in filters if isinstance(part, model.ToFilter)]
        rest = [part for part in filters if not isinstance(part, model.ByFilter | model.ToFilter)]
        for twice in (by[1:], to[1:]):
            if twice:
                raise MeaningError("E027", "This says who twice.", expected="one 'by' and one 'to'; names are joined with 'and' or 'or'")
        return model.Duty(self._selector(nouns, rest), by[0].who if by else None, to[0].who if to else None)

    def _one_thing(self, nouns: tuple[tree.Name, ...]) -> None:
        """Refuse `disclosure and aftercare by Ana` where it is owed: either alone would seem to keep it."""
        if isinstance(nouns, AllOf):
            message = "A sentence asks for one thing, so that it is clear when it is kept."
            raise MeaningError("E023", message, nouns[0].span.to(nouns[-1].span), "a sentence for each, or 'or' if one of them is enough")

    def one_word(self, token: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return (self.name(token),), True

    def all_words(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.name(token) for token in tokens), True

    def any_words(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.name(token) for token in tokens), False

    def one_name(self, token: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return (self.person_name(token),), True

    def all_names(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.person_name(token) for token in tokens), True

    def any_names(self, *tokens: Token) -> tuple[tuple[tree.Name, ...], bool]:
        return tuple(self.person_name(token) for token in tokens), False

    def _only_names(self, names: tuple[tree.Name, ...]) -> None:
        """Refuse `dana or anyone`, which would be somebody called anyone; in quotation marks it is."""
        for name in names:
            if name.casefold() in _FOR_MANY and name.span.text[0] not in OPENING:
                from pactlang.language.slips import meant_word  # most texts have no such word

                if len(names) == 1 and (right := meant_word(name, ("everyone", "anyone"), ())):
                    raise MeaningError("E023", f"'{name}' is not how the language says it.", name.span, nearest=right)
                raise MeaningError("E023", f"'{name}' cannot be part of a list.", name.span, "names, or a sentence for each")

    def who_names(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.Who:
        self._only_names(words[0])
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

    def who_addressed(self) -> model.Who:
        return model.WhoWord.ADDRESSED

    def who_tagged(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.Who:
        names, every = words
        return model.Parties((), True, names, every and len(names) > 1)

    def people(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.PersonSpec:
        names, every = words
        self._only_names(names)
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

    def all_of_us(self) -> model.WhoWord:
        return model.WhoWord.EVERYONE

    def by_at_least(self, number: Token, of: model.WhoWord) -> model.Filter:
        return model.ByFilter(model.SomeOf(int(self._number(number, whole=True)), of))

    def by_fewer(self, number: Token, of: model.WhoWord) -> model.Filter:
        return model.ByFilter(model.SomeOf(int(self._number(number, whole=True)), of, fewer=True))

    def to(self, who: model.Who) -> model.Filter:
        return model.ToFilter(who)

    def with_(self, person: model.PersonSpec) -> model.Filter:
        return model.WithFilter(person)

    def at(self, *places: Token) -> model.Filter:
        for place in places:
            if place.type == "A_NAME" and str(place).casefold() in _NO_PLACES:
                message = f"'at {place}' does not name a place."
                raise MeaningError("E023", message, self.name(place).span, _NO_PLACES[str(place).casefold()])
        return model.AtFilter(tuple(self.name(place) for place in places))

    def tagged(self, words: tuple[tuple[tree.Name, ...], bool]) -> model.Filter:
        names, every = words
        return model.TaggedFilter(names, every and len(names) > 1)

    def on(self, days: DaySet) -> model.Filter:
        return model.DayFilter(days)

    def days_of_week(self, days: frozenset[int]) -> WeekDays:
        return WeekDays(days)

    def days_named(self, name: Token) -> NamedDays:
        return NamedDays(self.name(name))

    def during(self, name: Token) -> model.Filter:
        return model.DuringFilter(NamedHours(self.name(name)))

    def _clock(self, part: model.ClockPart, start: Token, end: Token) -> model.Filter:
        return model.ClockFilter(part, *self._window(start, end))

    def _window(self, start: Token, end: Token) -> tuple[int, int]:
        if str(start) == str(end):
            raise self._problem(end, "This window starts and ends at the same time.", "two different times")
        return self._seconds(start), self._seconds(end)

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
        return self._number(token) if token.type == "A_NUMBER" else self.name(token)

    def where_is(self, field: Token, value: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), model.Comparison.IS, self._value(value))

    def where_is_not(self, field: Token, value: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), model.Comparison.IS_NOT, self._value(value))

    def where_compared(self, field: Token, comparison: model.Comparison, number: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), comparison, self._number(number))

    def not_(self, part: Any) -> model.Filter:
        return model.NotFilter(part)

    def without(self, field: Token) -> model.Filter:
        return model.FieldFilter(self.name(field), model.Comparison.WITHOUT, model.NO_VALUES[0])

    def while_(self, state: Token) -> model.Filter:
        return model.WhileFilter(self.name(state))

    def day_list(self, *days: Token) -> frozenset[int]:
        return frozenset(index_of(WEEKDAYS, day) for day in days)

    def day_run(self, first: Token, last: Token) -> frozenset[int]:
        begin, end = index_of(WEEKDAYS, first), index_of(WEEKDAYS, last)
        return frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))

    def weekdays(self) -> frozenset[int]:
        return frozenset(range(5))

    def weekends(self) -> frozenset[int]:
        return frozenset((5, 6))
