"""Which events a sentence means, as short as its own words: `encounters with dana at home`, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.lifting import by_pause
from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    DayFilter,
    DuringFilter,
    FieldFilter,
    LengthFilter,
    NotFilter,
    Parties,
    People,
    PersonWord,
    Sentence,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.named import WeekDays
from pactlang.model.parts import filters
from pactlang.model.words import clock_words
from pactlang.words.words import WEEKDAYS, list_words, number_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Filter, Selector

_CLAUSES = (ClockFilter, DuringFilter, LengthFilter, FieldFilter, WhileFilter)  # said last, after who and when


def narrowed_words(selector: Selector, *, last: bool = False) -> str:
    """What narrows a noun, each part with a space before it; with `last`, the parts that are said after who and when.

    By whom, and with each person, is said of the finding itself (`apart_words`).
    """
    return "".join(f" {words}" for one in selector.filters if isinstance(one, _CLAUSES) is last and (words := _filter_words(one)))


def apart_words(finding: Finding, selector: Selector) -> str:
    """` by Ana with dana`: of whom a count speaks, where the sentence names them or holds for each of them on their own."""
    narrowed = filters(selector)
    by = next((one.who for one in narrowed if isinstance(one, ByFilter)), None)
    words = ""
    if by is WhoWord.EACH_PARTY:
        words = f" by {people_words(finding.who)}"
    elif isinstance(by, Parties):
        words = f" by {people_words(by.names, 'and' if by.every else 'or')}"
    elif isinstance(by, SomeOf):
        words = f" by {by.words}"
    if WithFilter(PersonWord.EACH_PERSON) in narrowed and finding.with_:
        words += f" with {people_words(finding.with_)}"
    return words


def counting_words(sentence: Sentence) -> str:
    """` that count`, where lines under a sentence or its `unless` leave some events out."""
    only = (*sentence.modifiers.only, *sentence.modifiers.excepted)
    narrows = (
        any(isinstance(one, DayFilter) or (isinstance(one, WhileFilter) and not by_pause(one)) for one in only)
        or getattr(sentence.form, "unless", None) is not None
    )
    return " that count" if narrows else ""


def _filter_words(one: Filter) -> str:
    match one:
        case ByFilter():
            return ""
        case ToFilter(Parties(names, every)):
            return f"to {people_words(names, 'and' if every else 'or')}"
        case ToFilter(who):
            assert isinstance(who, WhoWord)  # noqa: S101 - names were the case before
            return f"to {who.value}"
        case WithFilter(People(names, every)):
            return f"with {people_words(names, 'and' if every else 'or')}"
        case WithFilter(TaggedPeople(tags)):
            return f"with anyone tagged {list_words(tags, 'or')}"
        case WithFilter(PersonWord.EACH_PERSON | PersonWord.SAME_PERSON):
            return ""
        case WithFilter(person):
            assert isinstance(person, PersonWord)  # noqa: S101 - the others were cases before
            return f"with {person.value}"
        case AtFilter(places):
            return f"at {list_words(places, 'or')}"
        case TaggedFilter(tags, every):
            return f"tagged {list_words(tags, 'and' if every else 'or')}"
        case DayFilter(days):
            return f"on {list_words([WEEKDAYS[day] for day in sorted(days.days)], 'or') if isinstance(days, WeekDays) else days.name}"
        case ClockFilter(part, start, end):
            kind = {ClockPart.ANY: "", ClockPart.START: "starting ", ClockPart.END: "ending "}[part]
            return f"{kind}between {clock_words(start)} and {clock_words(end)}"
        case DuringFilter(hours):
            return f"during {hours.name}"
        case LengthFilter(comparison, length):
            return f"lasting {comparison.value} {length.words}"
        case FieldFilter(name, Comparison.WITHOUT):
            return f"without {name}"
        case FieldFilter(name, comparison, value):
            compared = comparison.value if comparison in (Comparison.IS, Comparison.IS_NOT) else f"is {comparison.value}"
            return f"where {name} {compared} {value if isinstance(value, str) else number_words(value)}"
        case WhileFilter(state):
            return f"while {state}"
        case NotFilter(ByFilter(Parties(names))):
            return f"not by {people_words(names)}"
        case NotFilter(contrary):
            return f"not {_filter_words(contrary)}"
