"""Parts of a sentence in plain words: which events, by whom, with whom, how long, when."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.model.agreement import (
    NO_VALUES,
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    DateRange,
    DayFilter,
    DuringFilter,
    Duty,
    EveryOther,
    FieldFilter,
    LengthFilter,
    NotFilter,
    Parties,
    People,
    PersonWord,
    Rhythm,
    Season,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    UnlessEvent,
    UnlessFilters,
    UnlessState,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Days, Exact, Period
from pactlang.model.named import DaySet, WeekDays
from pactlang.model.words import clock_words as clock
from pactlang.words.words import MONTHS, WEEKDAYS, a_or_an, day_words, list_words, number_words, people_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.model.agreement import Condition, Filter, PersonSpec, Recurrence, Selector, Unless, Who
    from pactlang.model.calendar import Duration

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COMPARED = {
    Comparison.IS: "is",
    Comparison.IS_NOT: "is not",
    Comparison.AT_LEAST: "is at least",
    Comparison.AT_MOST: "is at most",
    Comparison.MORE_THAN: "is more than",
    Comparison.LESS_THAN: "is less than",
}
LEAP = " (the last day of February in years without one)"


def ordinal(number: int) -> str:
    """Which one in a row.

    >>> ordinal(2), ordinal(14), ordinal(21), ordinal(32)
    ('second', '14th', '21st', '32nd')
    """
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


# --- which events -------------------------------------------------------------------------------------------------


def nth_day(day: int) -> str:
    """A day of a month, as it is said.

    >>> nth_day(2), nth_day(15)
    ('2nd', '15th')
    """
    return ordinal(day) if day > len(_ORDINALS) - 1 else {1: "1st", 2: "2nd", 3: "3rd"}.get(day, f"{day}th")


def events_words(selector: Selector, *, many: bool = False, article: bool = False) -> str:
    """The events that a selector means: its noun and what narrows it.

    What holds for each party or each person on their own is said apart (`apart_words`).
    """
    noun = selector.plural if many else selector.noun
    words = f"{a_or_an(noun)} {noun}" if article and not many else noun
    return words + narrowed(selector.filters)


def term_words(selector: Selector) -> str:
    """What a term stands for, as a sentence; empty where the noun is an event's own name."""
    if len(selector.alternatives) == 1 and not selector.alternatives[0].filters:
        return ""
    meant = [f"{a_or_an(one.event)} {one.event}{narrowed(one.filters)}" for one in selector.alternatives]
    return f"Here “{selector.noun}” means {list_words(meant, 'or')}."


def narrowed(filters: Iterable[Filter]) -> str:
    """What narrows a noun, each part with a space before it; what says nothing of its own comes first, as one would say it."""
    found = sorted((words for one in filters if (words := filter_words(one))), key=_is_clause)
    told, clauses = "", False
    for words in found:
        told += f" and {words}" if clauses else f" {words}"
        clauses = clauses or _is_clause(words)
    return told


def _is_clause(words: str) -> bool:
    return words.startswith(("that ", "of which ", "whose "))


def filter_words(one: Filter) -> str:
    """One filter in words; empty where it is said apart."""
    match one:
        case ByFilter(who):
            return _limited(who)
        case ToFilter(WhoWord.THE_OTHERS):
            return "to any of the others"  # after something alone can say so
        case ToFilter(who):
            return f"to {who_words(who)}"
        case WithFilter(person):
            return _with(person)
        case AtFilter(places):
            return f"at {list_words(places, 'or')}"
        case TaggedFilter(tags, every):
            return f"tagged {list_words(tags, 'and' if every else 'or')}"
        case DayFilter(days):
            return f"that starts on {set_words(days)}"
        case ClockFilter(part, start, end):
            return _window(part, start, end)
        case DuringFilter(hours):
            return f"of which any part is in “{hours.name}”"
        case LengthFilter(comparison, length):
            return f"that lasts {_COMPARED[comparison].removeprefix('is ')} {length.words} (one with no end logged lasts no time)"
        case FieldFilter(name, Comparison.WITHOUT):
            return f"without {name} (not filled in, {list_words(NO_VALUES, 'or')})"
        case FieldFilter(name, comparison, value):
            shown = value if isinstance(value, str) else number_words(value)
            silent = " (or not said)" if comparison is Comparison.IS_NOT else ""
            return f"whose {name} {_COMPARED[comparison]} {shown}{silent}"
        case WhileFilter(state):
            return f"that starts {state_words(state)}"
        case NotFilter(contrary):
            return _not_words(contrary)


def _not_words(one: Filter) -> str:
    """The contrary of a filter in words."""
    match one:
        case ByFilter(Parties(names)):
            return f"that {list_words(names, 'or')} has no part in"
        case WithFilter(People(names)):
            return f"without {list_words(names, 'or')} there"
        case WithFilter(TaggedPeople(tags)):
            return f"without anyone there who is declared as {list_words(tags, 'or')}"
        case WithFilter(PersonWord.SOMEONE_NEW):
            return "without anyone new there (only people with whom there was one before, or who are declared as known before)"
        case WithFilter():
            return "without anyone from outside there"
        case DayFilter(days):
            return f"that does not start on {set_words(days)}"
        case ClockFilter(_, start, end):
            return f"of which no part lies between {clock(start)} and {clock(end)} (one that ends at {clock(start)} sharp is such a one)"
        case DuringFilter(hours):
            return f"of which no part is in “{hours.name}”"
        case WhileFilter(state):
            return f"that does not start {state_words(state)}"
        case _:
            return f"not {filter_words(one)}"


def _limited(who: Who) -> str:
    match who:
        case Parties(names, every):
            if len(names) == 1:
                return f"that {names[0]} has part in"
            return f"of {people_words(names)} together" if every else f"that {people_words(names, 'or')} has part in (all counted together)"
        case WhoWord.SAME_PARTY:
            return "by anyone who did it"  # what is forbidden after something alone can say so
        case WhoWord.THE_OTHERS:
            return "by any of the others"
        case WhoWord.ADDRESSED:
            return "by any who was addressed"
        case SomeOf(number, _, fewer):
            many = f"{'fewer than' if fewer else 'at least'} {number}"
            return f"that {many} of you have part in, by one entry (of one that names nobody it cannot be told)"
        case WhoWord():
            return ""  # anyone, or told apart
        case _:
            assert_never(who)


def _with(person: PersonSpec) -> str:
    match person:
        case People(names, every):
            if len(names) == 1:
                return f"with {names[0]} there (alone or among others)"
            return f"with {people_words(names)} all there" if every else f"with {people_words(names, 'or')} there"
        case TaggedPeople(tags):
            return f"with someone who is declared as {list_words(tags, 'or')}"
        case PersonWord.ANYONE:
            return "with someone"
        case PersonWord.SOMEONE_NEW:
            return "with someone new (not someone with whom there was one before, nor someone declared as known before)"
        case PersonWord.SAME_PERSON:
            return "with the same people"
        case PersonWord.EACH_PERSON:
            return ""
        case _:
            assert_never(person)


def _window(part: ClockPart, start: int, end: int) -> str:
    between = f"between {clock(start)} and {clock(end)}"
    match part:
        case ClockPart.START:
            return f"that starts {between} ({clock(end)} sharp is outside)"
        case ClockPart.END:
            return f"that ends {between} ({clock(start)} sharp is outside, {clock(end)} sharp is inside)"
        case ClockPart.ANY:
            return f"of which any part lies {between} (one that ends at {clock(start)} sharp is outside)"


def state_words(state: str) -> str:
    """While a state holds."""
    return "during a pause" if state == "paused" else f"while “{state}” holds"


def weekdays_words(days: Iterable[int]) -> str:
    """All days of the week of some kinds.

    >>> weekdays_words({6, 0, 1, 2, 3}), weekdays_words({5, 6})
    ('every day from Sunday to Thursday', 'every Saturday and Sunday')
    """
    found = sorted(days)
    starts = [day for day in found if (day - 1) % 7 not in found]
    if len(found) > 2 and len(starts) == 1:
        return f"every day from {WEEKDAYS[starts[0]]} to {WEEKDAYS[(starts[0] + len(found) - 1) % 7]}"
    return "every day" if len(found) == len(WEEKDAYS) else f"every {list_words([WEEKDAYS[day] for day in found])}"


def set_words(days: DaySet) -> str:
    """One of a set of dates."""
    return days_words(days.days) if isinstance(days, WeekDays) else f"a date of “{days.name}”"


def days_words(days: Iterable[int]) -> str:
    """Days of the week.

    >>> days_words({4, 5})
    'a Friday or a Saturday'
    """
    found = sorted(days)
    if found == [5, 6]:
        return "a Saturday or a Sunday"
    starts = [day for day in found if (day - 1) % 7 not in found]
    if len(found) > 2 and len(starts) == 1:
        return f"a day from {WEEKDAYS[starts[0]]} to {WEEKDAYS[(starts[0] + len(found) - 1) % 7]}"
    return list_words([f"a {WEEKDAYS[day]}" for day in found], "or")


# --- who ----------------------------------------------------------------------------------------------------------


def who_words(who: Who) -> str:
    """Parties as one would name them."""
    match who:
        case Parties(names, _, tags, all_tags) if tags:
            meant = people_words(names) if names else "nobody so far"
            return f"each person tagged {list_words(tags, 'and' if all_tags else 'or')} ({meant})"
        case Parties(names, every):
            return people_words(names, "and" if every else "or")
        case WhoWord.EVERYONE:
            return "everyone"
        case WhoWord.ANYONE:
            return "anyone"
        case WhoWord.EACH_PARTY:
            return "each party"
        case WhoWord.SAME_PARTY:
            return "whoever did it"
        case WhoWord.THE_OTHERS:
            return "all the others"
        case WhoWord.ADDRESSED:
            return "each who was addressed"
        case SomeOf():
            return who.words


def duty_words(duty: Duty, parties: Sequence[str], trigger: Iterable[Filter] = (), turns: Sequence[str] = ()) -> str:
    """What is owed, by whom (or by whom in turn) and to whom. `trigger` are the filters of what it belongs to."""
    words = events_words(duty.selector, article=True)
    each = any(one == ByFilter(WhoWord.EACH_PARTY) for one in trigger)
    by = duty.by
    match by:
        case _ if turns:
            words += f" by {people_words(turns)} in turn"
        case None | WhoWord.ANYONE:
            words += " by anyone"
        case Parties(names, True) if len(names) > 1:
            words += f" by {people_words(names)} (one entry by all of them, or one by each)"
        case WhoWord.EVERYONE:
            words += f" by {people_words(parties)} (one entry by all of them, or one by each)"
        case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY if each:  # where parties are told apart, `each party` is that one
            words += " by that same party"
        case WhoWord.EACH_PARTY:
            words += f" by each of {people_words(parties)}"
        case WhoWord.THE_OTHERS:
            words += " by all the others"
        case SomeOf(number, of):
            those = people_words(parties) if of is WhoWord.EVERYONE else "the others"
            fewer = "" if of is WhoWord.EVERYONE else "; all who are left, if they are fewer"
            words += f" by at least {number} of {those} (no matter who, by one entry or several{fewer})"
        case _:
            words += f" by {who_words(by)}"
    return words + (f" to {who_words(duty.to)}" if duty.to is not None else "")


def apart_words(filters: Iterable[Filter]) -> list[str]:
    """What is counted apart, as a sentence."""
    found = list(filters)
    each = [name for name, one in (("party", ByFilter(WhoWord.EACH_PARTY)), ("person", WithFilter(PersonWord.EACH_PERSON))) if one in found]
    return [f"This holds for each {list_words([*each[:1], *(f'each {one}' for one in each[1:])])} on their own."] if each else []


# --- lengths and times --------------------------------------------------------------------------------------------


def end_of_day(length: Days) -> str:
    """The date up to whose end something holds.

    >>> end_of_day(Days(days=1)), end_of_day(Days(days=2)), end_of_day(Days(days=14, unit="week"))
    ('the end of the next day', 'the end of the second day after', 'the end of the date 2 weeks after')
    """
    if length.unit == "day" and not length.months:
        return "the end of the next day" if length.days == 1 else f"the end of the {ordinal(length.days)} day after"
    return f"the end of the date {length.words} after"


def latest(length: Duration) -> str:
    """At the latest so much later."""
    return f"at the latest {length.words} after, to the minute" if isinstance(length, Exact) else f"by {end_of_day(length)}"


def soonest(length: Duration) -> str:
    """At the earliest so much later.

    >>> soonest(Exact(3600)), soonest(Days(days=21, unit="week"))
    ('no sooner than 1 hour after, to the minute', 'no sooner than on the date 3 weeks after')
    """
    return f"no sooner than {f'{length.words} after, to the minute' if isinstance(length, Exact) else f'on the date {length.words} after'}"


def period_words(period: Period, week_start: int) -> str:
    """A period of the calendar."""
    if period is Period.WEEK:
        return f"week ({WEEKDAYS[week_start]} to {WEEKDAYS[(week_start + 6) % 7]})"
    return "day (midnight to midnight)" if period is Period.DAY else f"calendar {period.value}"


def recurrence_words(recurrence: Recurrence) -> str:
    """The dates of a schedule."""
    counted = "" if recurrence.every == 1 else ", counted from the first such date on which it holds"
    return f"{_dates_words(recurrence)}{counted}"


def _dates_words(recurrence: Recurrence) -> str:
    every = recurrence.every
    many = "" if every == 1 else f"{ordinal(every)} "
    match recurrence.rhythm:
        case Rhythm.DAY:
            return f"on every {many}day"
        case Rhythm.WEEK:
            days = list_words([WEEKDAYS[day] for day in sorted(recurrence.weekdays)])
            return f"on every {days}" if every == 1 else f"on {days} of every {many}week"
        case Rhythm.MONTH:
            month = f"of every {many}month"
            if recurrence.nth:
                which = "last" if recurrence.nth < 0 else ordinal(recurrence.nth)
                return f"on the {which} {WEEKDAYS[recurrence.weekdays[0]]} {month}"
            if recurrence.month_day < 0:
                return f"on the last day {month}"
            short = " (the last day if a month is shorter)" if recurrence.month_day > 28 else ""
            return f"on day {recurrence.month_day} {month}{short}"
        case Rhythm.YEAR:
            leap = LEAP if (recurrence.month, recurrence.month_day) == (2, 29) else ""
            return f"on {recurrence.month_day} {MONTHS[recurrence.month - 1]} of every {many}year{leap}"
        case Rhythm.ONCE:
            assert recurrence.date is not None  # noqa: S101 - it is its one date
            return f"on {day_words(recurrence.date)}"


def condition_words(condition: Condition) -> str:
    """When a sentence holds."""
    match condition:
        case DateRange(first, last):
            if first is not None and last is not None:
                return f"from {day_words(first, weekday=False)} to {day_words(last, weekday=False)}, both included"
            if first is not None:
                return f"from {day_words(first, weekday=False)} on"
            assert last is not None  # noqa: S101 - a range has one of both
            return f"until {day_words(last, weekday=False)}, that day included"
        case Season(first, last):
            return _season_words(first, last)
        case EveryOther(unit, odd):
            return f"in {'odd' if odd else 'even'} {unit}s{_NUMBERED[unit]}"
        case DayFilter(days):
            return f"on {set_words(days)}"
        case WhileFilter(state):
            return state_words(state)


_NUMBERED = {
    "week": " (by their number in the calendar, from Monday to Sunday; week 53 is followed by week 1, both odd)",
    "month": " (January is 1)",
    "year": "",
}


def _season_words(first: tuple[int, int], last: tuple[int, int]) -> str:
    opens, closes = (f"{day} {MONTHS[month - 1]}" for month, day in (first, last))
    if first == last:
        return f"on {opens} of every year{LEAP if first == _LEAP_DAY else ''}"
    leap = LEAP if _LEAP_DAY in (first, last) else " (29 February is left out)" if last == (2, 28) else ""
    return f"every year from {opens} to {closes}{' of the next' if first > last else ''}, both included{leap}"


_LEAP_DAY = (2, 29)


def unless_words(unless: Unless, parties: Sequence[str]) -> str:
    """What takes an event out, as a sentence of its own."""
    match unless:
        case UnlessEvent(duty, within):
            came = duty_words(duty, parties)
            exactly = "to the minute" if isinstance(within, Exact) else "whole dates; one at the same moment counts"
            return f"Exception: one does not count if there was {came} in the {within.words} before it ({exactly})."
        case UnlessState(state):
            return f"Exception: what starts {state_words(state)} does not count."
        case UnlessFilters():
            alone = ", if everyone who is there fits," if any(isinstance(one, WithFilter) for one in unless.filters) else ""
            return f"Exception: one{narrowed(unless.filters)}{alone} does not count."
