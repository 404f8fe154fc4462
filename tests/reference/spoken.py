"""Hypothesis strategies for sentences: each piece as people write it, and what it means as a typed model, side by side.

So one generated agreement can be read by the whole pipeline (text, tree, model, judgement) and judged as a model at once, and the
two must be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from pactlang.model.agreement import (
    Ahead,
    Alternative,
    AtFilter,
    Between,
    BreachTrigger,
    ByClock,
    ByDateAsked,
    ByFilter,
    Cap,
    ClockFilter,
    ClockPart,
    Comparison,
    DateRange,
    DayFilter,
    DuringFilter,
    Duty,
    EventTrigger,
    EveryOther,
    FieldFilter,
    Filter,
    FirstTurn,
    Form,
    Gap,
    Interval,
    LengthFilter,
    Limit,
    Measure,
    Modifiers,
    NotFilter,
    OtherwiseTrigger,
    Parties,
    Pause,
    PauseAfter,
    People,
    PersonWord,
    Portion,
    Precedence,
    Private,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    Recurrence,
    RepeatAfter,
    Response,
    Rhythm,
    Rolling,
    Schedule,
    Season,
    Selector,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    Times,
    ToFilter,
    Unit,
    UnlessEvent,
    UnlessFilters,
    UnlessState,
    WhileFilter,
    Who,
    WhoWord,
    Window,
    WithFilter,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Duration, Exact, Period
from pactlang.model.named import (
    EVERY_DAY,
    NIGHT,
    DayBefore,
    DeclaredDays,
    DeclaredHours,
    HoursOn,
    NamedDays,
    NamedHours,
    WeekDays,
    YearDay,
)
from pactlang.source import SourceFile

from .matching import parts_of
from .schedules import is_such_a_day

HOUR = 3600
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Said:
    """Words, and what they mean."""

    words: str
    meaning: Any


def among(*choices: Said | None) -> st.SearchStrategy[Any]:
    """One of these; `None` is to say nothing."""
    return st.sampled_from(choices)


# --- durations and clock times ----------------------------------------------------------------------------------


def minutes(number: int) -> Said:
    return Said(f"{number} minutes", Exact(number * 60))


def hours(number: int) -> Said:
    return Said(f"{number} hour{'s' * (number > 1)}", Exact(number * HOUR))


def days(number: int) -> Said:
    return Said(f"{number} day{'s' * (number > 1)}", Days(days=number))


def weeks(number: int) -> Said:
    return Said(f"{number} week{'s' * (number > 1)}", Days(days=7 * number, unit="week"))


def months(number: int) -> Said:
    return Said(f"{number} month{'s' * (number > 1)}", Days(months=number, unit="month"))


SHORT = among(minutes(90), hours(1), hours(24), hours(48), days(1), days(2), days(3), weeks(1))
LONG = among(hours(24), hours(72), days(3), days(7), days(10), weeks(2), months(1))
IN_DAYS = among(days(1), days(3), days(7), days(14), weeks(2), months(1))
CLOCK_WINDOWS = ((23, 5), (2, 3), (9, 17), (0, 1), (22, 23), (1, 2))


def clock_window(opens: int, closes: int) -> str:
    return f"between {opens:02}:00 and {closes:02}:00"


# --- nouns --------------------------------------------------------------------------------------------------------

PLURALS = {
    "encounter": "encounters",
    "disclosure": "disclosures",
    "notice": "notices",
    "test": "tests",
    "check-in": "check-ins",
    "conflict": "conflicts",
    "debrief": "debriefs",
    "expense": "expenses",
    "payment": "payments",
    "consent": "consents",
    "late-night": "late-nights",
}
LATE = ClockFilter(ClockPart.ANY, 23 * HOUR, 5 * HOUR)


def selector(noun: str, filters: Sequence[Filter] = ()) -> Selector:
    """What a noun means: an event, or the one term that every generated agreement has."""
    alternative = Alternative("encounter", (LATE,)) if noun == "late-night" else Alternative(noun)
    return Selector(noun, PLURALS[noun], (alternative,), tuple(filters))


def either(nouns: Sequence[str]) -> Selector:
    """What several nouns with `or` mean."""
    parts = [selector(noun) for noun in nouns]
    return Selector(
        " or ".join(one.noun for one in parts), " or ".join(one.plural for one in parts), tuple(one.alternatives[0] for one in parts)
    )


def by_limited(each: bool = True) -> st.SearchStrategy[Any]:
    """`by WHO` where something is limited or triggers."""
    choices: list[Said | None] = [
        None,
        Said("by Ana", ByFilter(Parties(("Ana",)))),
        Said("by Ben", ByFilter(Parties(("Ben",)))),
        Said("by Ana and Ben", ByFilter(Parties(("Ana", "Ben")))),
        Said("by Ana or Ben", ByFilter(Parties(("Ana", "Ben"), every=False))),
        Said("by at least 2 of us", ByFilter(SomeOf(2, WhoWord.EVERYONE))),
        Said("by fewer than 2 of us", ByFilter(SomeOf(2, WhoWord.EVERYONE, fewer=True))),
    ]
    if each:
        choices.append(Said("by each party", ByFilter(WhoWord.EACH_PARTY)))
    return among(*choices)


def company(each: bool = True) -> st.SearchStrategy[Any]:
    """`with PERSON`."""
    choices: list[Said | None] = [
        None,
        None,
        Said("with dana", WithFilter(People(("dana",)))),
        Said("with dana or kim", WithFilter(People(("dana", "kim")))),
        Said("with dana and kim", WithFilter(People(("dana", "kim"), every=True))),
        Said("with anyone tagged coworker", WithFilter(TaggedPeople(("coworker",)))),
        Said("with someone new", WithFilter(PersonWord.SOMEONE_NEW)),
    ]
    if each:
        choices.append(Said("with each person", WithFilter(PersonWord.EACH_PERSON)))
    return among(*choices)


NOWHERE = SourceFile("us.pact", "").span(0, 0)
# The sets of dates that every generated agreement has: days of the week, eves, and the dates about which logs are.
FEASTS = NamedDays(
    "feasts",
    (YearDay(3, 29), YearDay(10, 25), YearDay(12, 31), DateRange(date(2026, 3, 28).toordinal(), date(2026, 4, 2).toordinal())),
    (DateRange(date(2026, 3, 30).toordinal(), date(2026, 3, 30).toordinal()),),
)
FREE = NamedDays("free-days", (WeekDays(frozenset((4, 5))), DayBefore(FEASTS)), (YearDay(3, 28),))
DAYS_TEXT = """days feasts
    every year on 29 March
    every year on 25 October
    every year on 31 December
    2026-03-28 until 2026-04-02
    except 2026-03-30
days free-days
    except every year on 28 March
    Friday and Saturday
    the day before feasts
"""
DAYS = tuple(DeclaredDays(one, last, NOWHERE) for one, last in ((FEASTS, date(2026, 4, 2).toordinal()), (FREE, None)))

# Hours with a name: past midnight, through the hour at which clocks change, whole dates, windows that touch and overlap.
QUIET = NamedHours(
    "quiet-hours",
    (
        HoursOn(FREE, 22 * HOUR, 7 * HOUR),
        HoursOn(WeekDays(frozenset((5, 6))), 0, 9 * HOUR),
        HoursOn(EVERY_DAY, 12 * HOUR, 13 * HOUR),
    ),
)
OFFICE = NamedHours(
    "office-hours",
    (
        HoursOn(WeekDays(frozenset(range(5))), 9 * HOUR, 17 * HOUR),
        HoursOn(FEASTS, 0, 0),
        HoursOn(WeekDays(frozenset((4, 5))), 23 * HOUR, 2 * HOUR + 1800),
    ),
)
DAYS_TEXT += """hours quiet-hours
    on free-days between 22:00 and 07:00
    on weekends between 00:00 and 09:00
    between 12:00 and 13:00
hours office-hours
    on weekdays between 09:00 and 17:00
    on feasts
    on Friday and Saturday between 23:00 and 02:30
"""
HOURS = (DeclaredHours(QUIET, NOWHERE), DeclaredHours(OFFICE, NOWHERE))
# A night of a text's own, that some texts have: on some dates two windows, one of them of the evening before.
OWN_NIGHT = NamedHours("night", (HoursOn(FREE, 22 * HOUR, 6 * HOUR), HoursOn(WeekDays(frozenset((1, 6))), 2 * HOUR, 3 * HOUR)))
CAP_UNITS = (Unit.COUNT, Unit.COUNT, Unit.HOURS, Unit.AMOUNT, Unit.DAYS, Unit.NIGHTS)
QUOTA_UNITS = (Unit.COUNT, *CAP_UNITS, Unit.SHARE, Unit.SHARE)
OWN_NIGHT_TEXT = ("hours night", "    on free-days between 22:00 and 06:00", "    on Tuesday or Sunday between 02:00 and 03:00")

OTHER_FILTERS: tuple[Said, ...] = (
    Said("at home", AtFilter(("home",))),
    Said("at home or cafe", AtFilter(("home", "cafe"))),
    Said("tagged overnight", TaggedFilter(("overnight",))),
    Said("tagged overnight or dinner", TaggedFilter(("overnight", "dinner"))),
    Said("tagged overnight and dinner", TaggedFilter(("overnight", "dinner"), every=True)),
    Said("on Friday or Saturday", DayFilter(WeekDays(frozenset((4, 5))))),
    Said("on Sunday through Thursday", DayFilter(WeekDays(frozenset((6, 0, 1, 2, 3))))),
    Said("on weekdays", DayFilter(WeekDays(frozenset(range(5))))),
    Said("on free-days", DayFilter(FREE)),
    Said("on weekends", DayFilter(WeekDays(frozenset((5, 6))))),
    *(
        Said(prefix + clock_window(opens, closes), ClockFilter(part, opens * HOUR, closes * HOUR))
        for prefix, part in (("", ClockPart.ANY), ("starting ", ClockPart.START), ("ending ", ClockPart.END))
        for opens, closes in CLOCK_WINDOWS
    ),
    Said("during quiet-hours", DuringFilter(QUIET)),
    Said("during office-hours", DuringFilter(OFFICE)),
    Said("lasting more than 3 hours", LengthFilter(Comparison.MORE_THAN, Exact(3 * HOUR))),
    Said("lasting at least 1 day", LengthFilter(Comparison.AT_LEAST, Days(days=1))),
    Said("where protection is condom", FieldFilter("protection", Comparison.IS, "condom")),
    Said("where protection is not condom", FieldFilter("protection", Comparison.IS_NOT, "condom")),
    Said("where mood is at least 3", FieldFilter("mood", Comparison.AT_LEAST, Decimal(3))),
    Said("while at-risk", WhileFilter("at-risk")),
    Said("while exposed", WhileFilter("exposed")),
    Said("while paused", WhileFilter("paused")),
    Said("to Ben", ToFilter(Parties(("Ben",)))),
)
# What stands after `not`; with whom something is not goes with encounters alone.
CONTRARY: tuple[Said, ...] = (
    *(
        Said(f"not {one.words}", NotFilter(one.meaning))
        for one in OTHER_FILTERS
        if one.words.startswith(("at ", "tagged ", "on ", "between ", "during ", "while ", "to "))
        and not (one.words.startswith(("at ", "tagged ", "on Friday")) and (" or " in one.words or " and " in one.words))
    ),
    Said("not by Ana", NotFilter(ByFilter(Parties(("Ana",))))),
)
NOT_WITH: tuple[Said, ...] = (
    Said("not with dana", NotFilter(WithFilter(People(("dana",))))),
    Said("not with anyone tagged coworker", NotFilter(WithFilter(TaggedPeople(("coworker",))))),
    Said("not with someone new", NotFilter(WithFilter(PersonWord.SOMEONE_NEW))),
    Said("not with anyone", NotFilter(WithFilter(PersonWord.ANYONE))),
    Said("without protection", FieldFilter("protection", Comparison.WITHOUT, "no")),
)


def kind_of(one: Filter) -> type:
    """Of these, a noun takes one alone: two windows are refused."""
    return ClockFilter if isinstance(one, DuringFilter) else type(one)


@st.composite
def narrowed(
    draw: st.DrawFn,
    nouns: Sequence[str],
    plural: bool,
    each: bool = True,
    each_person: bool = True,
    most: int = 1,
    alone: bool = False,
    contrary: bool = True,
) -> Said:
    """A noun with its filters, of which one may be a `not` if a `contrary` has a place here."""
    noun = draw(st.sampled_from(nouns))
    by = draw(by_limited(each))
    has_fields = noun in ("encounter", "late-night")
    usable = [said for said in OTHER_FILTERS if has_fields or not isinstance(said.meaning, FieldFilter)]
    others = draw(st.lists(st.sampled_from(usable), max_size=most, unique_by=lambda said: kind_of(said.meaning)))
    if contrary and draw(st.integers(0, 3)) == 0:
        others.append(draw(st.sampled_from((*CONTRARY, *(NOT_WITH if has_fields and not alone else ())))))
    others.sort(key=lambda said: isinstance(said.meaning, FieldFilter))  # a value is said last
    with_ = draw(company(each and each_person)) if has_fields and not alone else None
    parts = [part for part in (by, *others, with_) if part is not None]
    words = " ".join([PLURALS[noun] if plural else noun, *(part.words for part in parts)])
    return Said(words, selector(noun, [part.meaning for part in parts]))


# --- duties -------------------------------------------------------------------------------------------------------

WHO_OWES: tuple[Said | None, ...] = (
    None,
    Said("by Ana", Parties(("Ana",))),
    Said("by Ana and Ben", Parties(("Ana", "Ben"))),
    Said("by Ana or Ben", Parties(("Ana", "Ben"), every=False)),
    Said("by everyone", WhoWord.EVERYONE),
    Said("by anyone", WhoWord.ANYONE),
    Said("by each party", WhoWord.EACH_PARTY),
)
WHO_RESPONDS: tuple[Said | None, ...] = (
    *WHO_OWES,
    Said("by the same party", WhoWord.SAME_PARTY),
    Said("by the same party", WhoWord.SAME_PARTY),
    Said("by the others", WhoWord.THE_OTHERS),
)
WHO_WAS_ADDRESSED = Said("by each who was addressed", WhoWord.ADDRESSED)
SO_MANY: tuple[Said, ...] = (  # in a house of two, too
    Said("by at least 2 of us", SomeOf(2, WhoWord.EVERYONE)),
    Said("by at least 2 of us", SomeOf(2, WhoWord.EVERYONE)),
    Said("by at least 1 of us", SomeOf(1, WhoWord.EVERYONE)),
)
SO_MANY_OTHERS: tuple[Said, ...] = (
    Said("by at least 1 of the others", SomeOf(1, WhoWord.THE_OTHERS)),
    Said("by at least 2 of the others", SomeOf(2, WhoWord.THE_OTHERS)),
)
TO_WHOM: tuple[Said | None, ...] = (None, None, None, Said("to Ben", Parties(("Ben",))), Said("to Ana and Ben", Parties(("Ana", "Ben"))))
TO_THE_OTHERS = Said("to the others", WhoWord.THE_OTHERS)
# People outside who hear, and who give: `kim` is declared in each text, with this tag.
TO_OUTSIDE: tuple[Said, ...] = (
    Said("to kim", Parties(("kim",))),
    Said("to Ben and kim", Parties(("Ben", "kim"))),
    Said("to Ben or kim", Parties(("Ben", "kim"), every=False)),
    Said("to each person tagged coworker", Parties(("kim",), tags=("coworker",))),
)
BY_OUTSIDE: tuple[Said, ...] = (
    Said("by kim", Parties(("kim",))),
    Said("by Ben and kim", Parties(("Ben", "kim"))),
    Said("by Ana or kim", Parties(("Ana", "kim"), every=False)),
)


@st.composite
def duty(
    draw: st.DrawFn, nouns: Sequence[str], after_trigger: bool = True, to: bool = True, addressed: bool = False, gives: bool = False
) -> Said:
    """What is owed: `disclosure by the same party to the others`."""
    noun = draw(st.sampled_from(nouns))
    by = draw(st.sampled_from(WHO_RESPONDS if after_trigger else WHO_OWES))
    if addressed and draw(st.integers(0, 3)) == 0:
        by = WHO_WAS_ADDRESSED
    if gives and draw(st.integers(0, 4)) == 0:
        by = draw(st.sampled_from(BY_OUTSIDE))
    elif to and draw(st.integers(0, 4)) == 0:
        by = draw(st.sampled_from((*SO_MANY, *SO_MANY_OTHERS, *SO_MANY_OTHERS) if after_trigger else SO_MANY))
    toward = None
    if to and by is not None and by.meaning is not WhoWord.ANYONE:  # `notice to Ben` by nobody in particular: may Ben write it?
        toward = draw(st.sampled_from(TO_WHOM if draw(st.integers(0, 3)) else TO_OUTSIDE))
        knows_the_others = by.meaning in (WhoWord.EACH_PARTY, WhoWord.SAME_PARTY, WhoWord.ADDRESSED)
        if by is WHO_WAS_ADDRESSED and draw(st.integers(0, 2)) == 0:
            toward = Said("to the same party", WhoWord.SAME_PARTY)
        elif knows_the_others and draw(st.booleans()):
            toward = TO_THE_OTHERS
    narrowing = draw(st.sampled_from((None, None, None, OTHER_FILTERS[0], OTHER_FILTERS[2])))
    if after_trigger and narrowing is None and draw(st.integers(0, 9)) == 0:
        narrowing = Said("with the same person", WithFilter(PersonWord.SAME_PERSON))
    words = " ".join([noun, *(part.words for part in (by, toward, narrowing) if part is not None)])
    filters = () if narrowing is None else (narrowing.meaning,)
    meaning = Duty(selector(noun, filters), None if by is None else by.meaning, None if toward is None else toward.meaning)
    return Said(words, meaning)


# --- unless -------------------------------------------------------------------------------------------------------


@st.composite
def unless(draw: st.DrawFn) -> Said | None:
    """`unless consent by Ben within the last 7 days`, `unless paused`, `unless with dana`, and mostly nothing."""
    kind = draw(st.sampled_from(("nothing", "nothing", "event", "state", "filter")))
    if kind == "nothing":
        return None
    if kind == "state":
        state = draw(st.sampled_from(("paused", "at-risk", "exposed")))
        return Said(f" unless {state}", UnlessState(state))
    if kind == "filter":
        choices = [part for part in OTHER_FILTERS if isinstance(part.meaning, AtFilter | TaggedFilter | LengthFilter | DayFilter)]
        people = (
            Said("with dana", WithFilter(People(("dana",)))),
            Said("with dana or kim", WithFilter(People(("dana", "kim")))),
            Said("with anyone tagged coworker", WithFilter(TaggedPeople(("coworker",)))),
            Said("with someone new", WithFilter(PersonWord.SOMEONE_NEW)),
        )
        one = draw(st.sampled_from((*people, *people, *choices)))
        return Said(f" unless {one.words}", UnlessFilters((one.meaning,)))
    return draw(unless_event())


@st.composite
def unless_event(draw: st.DrawFn) -> Said:
    noun = draw(st.sampled_from(("consent", "consent", "notice")))
    by = draw(
        among(
            None,
            Said(" by Ben", Parties(("Ben",))),
            Said(" by Ben", Parties(("Ben",))),
            Said(" by Ana and Ben", Parties(("Ana", "Ben"))),
            Said(" by Ana or Ben", Parties(("Ana", "Ben"), every=False)),
            Said(" by everyone", WhoWord.EVERYONE),
            Said(" by the others", WhoWord.THE_OTHERS),
            Said(f" {WHO_WAS_ADDRESSED.words}", WhoWord.ADDRESSED),
            *(Said(f" {one.words}", one.meaning) for one in BY_OUTSIDE[:2]),
        )
    )
    within = draw(among(hours(1), hours(48), days(1), days(7), weeks(2)))
    who: Who | None = None if by is None else by.meaning
    words = f" unless {noun}{'' if by is None else by.words} within the last {within.words}"
    return Said(words, UnlessEvent(Duty(selector(noun), who), within.meaning))


# --- the forms ----------------------------------------------------------------------------------------------------

LIMITED = ("encounter", "encounter", "late-night", "expense")
BETWEEN = (("conflict",), ("conflict",), ("check-in",), ("conflict", "check-in"))  # what a cap starts again with


def period() -> st.SearchStrategy[Period]:
    return st.sampled_from((Period.DAY, Period.WEEK, Period.WEEK, Period.MONTH, Period.MONTH, Period.QUARTER, Period.YEAR))


def tail(exception: Said | None) -> str:
    return "" if exception is None else exception.words


def meaning_of(exception: Said | None) -> Any:
    return None if exception is None else exception.meaning


@st.composite
def cap(draw: st.DrawFn, units: Sequence[Unit] = CAP_UNITS, *, between: bool = False) -> Said:
    """`at most 2 hours of encounters by Ana per week`, `at most 1 late-night in any 14 days`."""
    unit = draw(st.sampled_from(units))
    if unit is Unit.COUNT:
        number = draw(st.integers(1, 3))
        what = draw(narrowed(LIMITED, plural=number > 1))
        measure, words = Measure(unit, Decimal(number)), f"at most {number} {what.words}"
    elif unit is Unit.HOURS:
        number = draw(st.integers(1, 6))
        what = draw(narrowed(("encounter", "late-night"), plural=True))
        measure, words = Measure(unit, Decimal(number * HOUR)), f"at most {number} hour{'s' * (number > 1)} of {what.words}"
    elif unit is Unit.PEOPLE:
        number = draw(st.integers(1, 2))
        what = draw(narrowed(("encounter", "late-night"), plural=True, alone=True))
        measure, words = Measure(unit, Decimal(number)), f"{what.words} with at most {number} different people"
    elif unit in (Unit.DAYS, Unit.NIGHTS):
        measure, amount = draw(dates_or_nights(unit, 3))
        what = draw(narrowed(("encounter", "encounter", "late-night", "conflict"), plural=True))
        words = f"at most {amount} {what.words}"
    else:
        number = draw(st.sampled_from((50, 100)))
        what = draw(narrowed(("expense",), plural=False))
        measure, words = Measure(unit, Decimal(number), "EUR"), f"at most {number} EUR of {what.words}"
    dated = measure.by_dates or unit is Unit.PEOPLE
    if between and not dated:
        nouns = draw(st.sampled_from(BETWEEN if what.meaning.noun != "expense" else (*BETWEEN, ("late-night",), ("encounter",))))
        window: Window = Between(either(nouns))
        words += f" between {' or '.join(PLURALS[noun] for noun in nouns)}"
    elif draw(st.booleans()):
        calendar_period = draw(period())
        window = calendar_period
        words += f" per {calendar_period}"
    else:
        lengths = (days(1), days(7), days(14), weeks(2), months(1))
        length = draw(among(*(lengths if dated else (hours(24), hours(48), *lengths))))
        window = Rolling(length.meaning)
        words += f" in any {length.words}"
    exception = draw(unless())
    return Said(words + tail(exception), Cap(measure, what.meaning, window, meaning_of(exception)))


@st.composite
def dates_or_nights(draw: st.DrawFn, unit: Unit, most: int) -> tuple[Measure, str]:
    """`2 days of`, `1 night of`: the nights of a text that has no `hours night` of its own."""
    number = draw(st.integers(1, most))
    word = "night" if unit is Unit.NIGHTS else "day"
    return Measure(unit, Decimal(number), night=NIGHT if unit is Unit.NIGHTS else None), f"{number} {word}{'s' * (number > 1)} of"


@st.composite
def quota(draw: st.DrawFn, units: Sequence[Unit] = QUOTA_UNITS) -> Said:
    """`at least 1 check-in per week`."""
    unit = draw(st.sampled_from(units))
    number = draw(st.integers(1, 3))
    every = draw(st.sampled_from((Period.DAY, Period.WEEK, Period.WEEK, Period.MONTH, Period.QUARTER)))
    if unit is Unit.COUNT:
        what = draw(narrowed(("encounter", "check-in", "late-night"), plural=number > 1, each_person=False))
        measure, amount = Measure(unit, Decimal(number)), str(number)
    elif unit is Unit.HOURS:
        what = draw(narrowed(("encounter",), plural=True, each_person=False))
        measure, amount = Measure(unit, Decimal(number * HOUR)), f"{number} hour{'s' * (number > 1)} of"
    elif unit in (Unit.DAYS, Unit.NIGHTS):
        measure, amount = draw(dates_or_nights(unit, 1 if every is Period.DAY else 3))
        what = draw(narrowed(("encounter", "encounter", "conflict", "late-night"), plural=True, each_person=False))
    elif unit is Unit.SHARE:
        return draw(share(every))
    else:
        what = draw(narrowed(("expense",), plural=False, each_person=False))
        measure, amount = Measure(unit, Decimal(number * 50), "EUR"), f"{number * 50} EUR of"
    return Said(f"at least {amount} {what.words} per {every}", Quota(measure, what.meaning, every))


@st.composite
def share(draw: st.DrawFn, every: Period) -> Said:
    """`at least 60 percent of expense by Ana per month`."""
    what = draw(narrowed(("expense",), plural=False, each=False, each_person=False).filter(lambda one: " by " not in one.words))
    either = Parties(("Ana", "Ben"), every=False)
    named = (("Ana", Parties(("Ana",))), ("Ben", Parties(("Ben",))), ("Ana or Ben", either), ("each party", WhoWord.EACH_PARTY))
    whose, who = draw(st.sampled_from(named))
    give = draw(st.sampled_from((0, 0, 5, 20)))
    measure = Measure(Unit.SHARE, Decimal(draw(st.sampled_from((30, 50, 60, 100)))), "EUR", give=Decimal(give))
    meaning = replace(what.meaning, filters=(*what.meaning.filters, ByFilter(who)))
    points = f" give or take {give}" if give else ""
    return Said(f"at least {measure.limit} percent of {what.words} by {whose} per {every}{points}", Quota(measure, meaning, every))


@st.composite
def gap(draw: st.DrawFn) -> Said:
    """`at least 3 days between encounters by Ana`."""
    length = draw(SHORT)
    what = draw(narrowed(("encounter", "late-night"), plural=True))
    exception = draw(unless())
    words = f"at least {length.words} between {what.words}{tail(exception)}"
    return Said(words, Gap(length.meaning, what.meaning, meaning_of(exception)))


@st.composite
def trigger(draw: st.DrawFn, counted: bool = True) -> Said:
    """`each encounter by Ana at home`, `the first encounter by each party with each person`, `2 encounters in any 7 days`."""
    if counted and draw(st.integers(0, 4)) == 0:
        what = draw(narrowed(("encounter", "encounter", "test", "conflict"), plural=True))
        times = draw(so_many())
        return Said(f"{times.meaning.count} {what.words} {times.words}", EventTrigger(what.meaning, times=times.meaning))
    what = draw(narrowed(("encounter", "encounter", "test", "conflict"), plural=False))
    first = draw(st.integers(0, 5)) == 0
    return Said(f"{'the first' if first else 'each'} {what.words}", EventTrigger(what.meaning, first))


@st.composite
def so_many(draw: st.DrawFn) -> Said:
    """`in any 7 days`, and how many in them."""
    window = draw(among(days(1), days(2), days(7), weeks(2), months(1), months(2)))
    return Said(f"in any {window.words}", Times(draw(st.sampled_from((2, 2, 3))), window.meaning))


def two_ways(start: Said, *parts: object) -> bool:
    """R160: whether it is refused, since of so many together nobody can tell whose they are, with whom, or what an `unless` takes out."""
    if start.meaning.times is None:
        return False
    told, said = parts_of(start.meaning), parts_of(parts)
    named = (None, WhoWord.ANYONE)
    by_hand = [one for one in said if isinstance(one, Duty) and one.to is WhoWord.THE_OTHERS and one.by not in named]
    actors = [part for part in said if part in (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS)]
    return (
        (len(actors) > len(by_hand) and WhoWord.EACH_PARTY not in told)
        or (PersonWord.SAME_PERSON in said and PersonWord.EACH_PERSON not in told)
        or WhoWord.ADDRESSED in said
    )


@st.composite
def response(draw: st.DrawFn) -> Said:
    """`after each encounter, disclosure by Ana to Ben within 24 hours`."""
    start = draw(trigger())
    answers = duty(("disclosure", "disclosure", "debrief", "encounter"), addressed=True)
    owed = draw(answers.filter(lambda one: not two_ways(start, one.meaning)))
    limit = draw(response_limit(asked=isinstance(start.meaning, EventTrigger) and start.meaning.times is None))
    event = isinstance(start.meaning, EventTrigger)
    excuse = unless().filter(lambda one: event or one is None or WhoWord.ADDRESSED not in parts_of(one.meaning))
    exception = draw(excuse) if start.meaning.times is None else None
    least = draw(no_sooner(limit))
    words = f"after {start.words}, {owed.words} {limit.words}{tail(least)}{tail(exception)}"
    return Said(words, Response(start.meaning, owed.meaning, limit.meaning, meaning_of(exception), meaning_of(least)))


PORTIONS = {
    "its amount": Portion(1, 1),
    "half its amount": Portion(1, 2),
    "a third of its amount": Portion(1, 3),
    "a quarter of its amount": Portion(1, 4),
    "55 percent of its amount": Portion(11, 20),
    "110 percent of its amount": Portion(11, 10),
}


@st.composite
def portion(draw: st.DrawFn) -> Said:
    """`after each expense by Ana, payment of half its amount by Ben within 7 days`."""
    what = draw(st.one_of(narrowed(("expense",), plural=False, each_person=False), st.just(Said("expense", selector("expense")))))
    first = draw(st.integers(0, 7)) == 0
    start = Said(f"{'the first' if first else 'each'} {what.words}", EventTrigger(what.meaning, first))
    owed = draw(duty(("payment",), addressed=True).filter(lambda one: one_sum(one.meaning)))
    words, part = draw(st.sampled_from(list(PORTIONS.items())))
    limit = draw(response_limit(asked=True))
    if draw(st.booleans()):  # as people say it
        by = draw(st.sampled_from(WHO_RESPONDS))
        owed = Said(f"payment{' ' * (by is not None)}{tail(by)}", Duty(selector("payment"), meaning_of(by)))
        limit = draw(among(days(2), days(7), weeks(1), hours(48)))
        limit = Said(f"within {limit.words}", Within(limit.meaning))
    exception, least = draw(unless()), draw(no_sooner(limit))
    said = owed.words.replace("payment", f"payment of {words}", 1)
    meaning = Response(start.meaning, owed.meaning, limit.meaning, meaning_of(exception), meaning_of(least), part, "EUR")
    return Said(f"after {start.words}, {said} {limit.words}{tail(least)}{tail(exception)}", meaning)


def one_sum(owed: Duty) -> bool:
    """Whether what each owes, and to whom, is one sum: `to` several could be so much to each, or to all."""
    several = isinstance(owed.to, Parties) and owed.to.every and len(owed.to.names) > 1
    return not (isinstance(owed.by, SomeOf) or several or owed.to in (WhoWord.EVERYONE, WhoWord.THE_OTHERS))


@st.composite
def no_sooner(draw: st.DrawFn, limit: Said) -> Said | None:
    """`but no sooner than 1 day after`, where something can come so late and yet in time."""
    least = draw(among(None, None, hours(1), hours(6), hours(24), hours(47), days(1), days(2), weeks(1)))
    if least is None or over_after(least.meaning, limit.meaning):
        return None
    return Said(f"{draw(st.sampled_from((',', '')))} but no sooner than {least.words} after", least.meaning)


def over_after(least: Duration, limit: Limit) -> bool:
    """R112: "A sentence whose earliest moment lies after its deadline is refused if its lengths show it"; near it, too, here."""
    if isinstance(limit, ByClock):
        most = limit.days_later * 24 + limit.second / HOUR
    elif isinstance(limit, Within):
        most = span_hours(limit.length)
    else:
        return False
    return span_hours(least) > most


def span_hours(length: Duration) -> float:
    """About how many hours a length has."""
    return length.seconds / HOUR if isinstance(length, Exact) else (length.months * 28 + length.days) * 24


@st.composite
def response_limit(draw: st.DrawFn, *, asked: bool = False) -> Said:
    if asked and draw(st.integers(0, 4)) == 0:
        return Said("by the date asked for", ByDateAsked())
    if draw(st.integers(0, 5)) == 0:
        hour, later = draw(st.sampled_from((2, 12, 22))), draw(st.sampled_from((0, 1)))
        day = "the next day" if later else "the same day"
        return Said(f"by {hour:02}:00 {day}", ByClock(hour * HOUR, later))
    if draw(st.integers(0, 4)) == 0:
        count = draw(st.sampled_from((1, 2, 3)))
        return Said(f"within {count} free-days", WithinDays(count, FREE))
    if draw(st.integers(0, 4)) == 0:
        count, of = draw(st.sampled_from((1, 2, 4, 9))), draw(st.sampled_from((QUIET, OFFICE)))
        return Said(f"within {count} {of.name}", WithinHours(count, of))
    length = draw(SHORT)
    return Said(f"within {length.words}", Within(length.meaning))


@st.composite
def clock_before(draw: st.DrawFn) -> Said:
    """`by 17:00 the day before`, `by 12:00 the same day`."""
    hour, later = draw(st.sampled_from((0, 2, 12, 20))), draw(st.sampled_from((-1, 0)))
    return Said(f"by {hour:02}:00 {'the day before' if later else 'the same day'}", ByClock(hour * HOUR, later))


@st.composite
def precedence(draw: st.DrawFn) -> Said:
    """`before each encounter, notice by Ana to Ben at least 48 hours ahead and at most 14 days ahead`."""
    start = draw(trigger(counted=False))
    owed = draw(duty(("notice", "notice", "test", "consent", "encounter"), addressed=True, gives=True))
    exception = draw(unless())
    if draw(st.integers(0, 2)) == 0:
        reusable = draw(st.integers(0, 3)) == 0
        meaning = Precedence(start.meaning, owed.meaning, Ahead(None, None, reusable), meaning_of(exception))
        return Said(f"before {start.words}, {'any ' * reusable}{owed.words}{tail(exception)}", meaning)
    if draw(st.booleans()):
        length = draw(among(hours(48), days(1), days(3), days(14), months(1)))
        lead: Ahead | WithinLast = WithinLast(length.meaning)
        words = f"{owed.words} within the last {length.words}"
    else:
        least = draw(among(hours(1), hours(24), hours(48), days(1), days(2), days(3)))
        most = draw(among(None, hours(96), days(7), days(14), months(1)))
        if most is not None and isinstance(most.meaning, Exact) != isinstance(least.meaning, Exact):
            most = None
        reusable = draw(st.integers(0, 3)) == 0
        if draw(st.integers(0, 2)) == 0:
            least = draw(clock_before())
            words = f"{'any ' * reusable}{owed.words} {least.words}"
        else:
            words = f"{'any ' * reusable}{owed.words} at least {least.words} ahead"
        lead = Ahead(least.meaning, None if most is None else most.meaning, reusable)
        words += "" if most is None else f" and at most {most.words} ahead"
    meaning = Precedence(start.meaning, owed.meaning, lead, meaning_of(exception))
    return Said(f"before {start.words}, {words}{tail(exception)}", meaning)


@st.composite
def interval(draw: st.DrawFn) -> Said:
    """`test by each party every 90 days`."""
    owed = draw(duty(("test", "check-in"), after_trigger=False, to=False))
    every = draw(LONG)
    return Said(f"{owed.words} every {every.words}", Interval(owed.meaning, every.meaning))


@st.composite
def recurrence(draw: st.DrawFn) -> Said:
    """`every 2 weeks on Friday`, `every month on the last day`, `every year on 14 February`."""
    every = draw(st.sampled_from((1, 1, 1, 2, 3)))
    weekday = draw(st.integers(0, 6))
    name = WEEKDAYS[weekday]
    rhythm = draw(st.sampled_from((Rhythm.DAY, Rhythm.WEEK, Rhythm.WEEK, Rhythm.WEEK, Rhythm.MONTH, Rhythm.MONTH, Rhythm.YEAR)))
    often = f"every {rhythm}" if every == 1 else f"every {every} {rhythm}s"
    if rhythm is Rhythm.DAY:
        return Said(f"{often} at 20:00", Recurrence(rhythm, every))
    if rhythm is Rhythm.WEEK:
        return Said(f"{often} on {name}", Recurrence(rhythm, every, (weekday,)))
    if rhythm is Rhythm.YEAR:
        month, day, words = draw(
            st.sampled_from(((2, 14, "14 February"), (2, 29, "29 February"), (10, 4, "4 October"), (3, 29, "29 March")))
        )
        return Said(f"{often} on {words}", Recurrence(rhythm, every, month_day=day, month=month))
    if draw(st.booleans()):
        nth, word = draw(st.sampled_from(((1, "first"), (2, "second"), (5, "fifth"), (-1, "last"))))
        return Said(f"{often} on the {word} {name}", Recurrence(rhythm, every, (weekday,), nth=nth))
    day = draw(st.sampled_from((1, 15, 29, 30, 31, -1)))
    words = "the last day" if day == -1 else f"day {day}"
    return Said(f"{often} on {words}", Recurrence(rhythm, every, month_day=day))


@st.composite
def schedule(draw: st.DrawFn) -> Said:
    """`check-in by everyone every week on Sunday at 19:00 for 1 hour give or take 2 days`."""
    owed = draw(duty(("check-in",), after_trigger=False))
    dates = draw(recurrence())
    words, at, length = dates.words, None, None
    if dates.meaning.rhythm is Rhythm.DAY:
        at = 20 * HOUR
    elif draw(st.booleans()):
        words, at = words + " at 19:00", 19 * HOUR
        if draw(st.booleans()):
            words, length = words + " for 1 hour", Exact(HOUR)
    tolerance = draw(among(None, days(1), days(2), weeks(1), *((hours(1), hours(5), minutes(30)) if at is not None else (None,))))
    if tolerance is not None:
        words += f" give or take {tolerance.words}"
    meaning = Schedule(owed.meaning, dates.meaning, at, length, Days() if tolerance is None else tolerance.meaning)
    return Said(f"{owed.words} {words}", meaning)


@st.composite
def turns(draw: st.DrawFn, near: int) -> Said:
    """`check-in by Ana, Ben and Cleo in turn every week on Sunday`, `… every month`, `… starting with Ben on 2026-01-09`."""
    names = tuple(draw(st.permutations(("Ana", "Ben"))))
    toward = draw(st.sampled_from(TO_WHOM))
    at_home = draw(st.sampled_from((None, None, OTHER_FILTERS[0])))
    tail = "".join(f" {part.words}" for part in (toward, at_home) if part is not None)
    whole = draw(st.integers(0, 2)) == 0
    dates = Said("every month", Recurrence(Rhythm.MONTH, month_day=-1)) if whole else draw(recurrence())
    words, first = dates.words, None
    if draw(st.integers(0, 2)) == 0:
        anchor = date.fromordinal(near - 40 + draw(st.integers(0, 60)))
        named = anchor.replace(day=1) if whole else next(one for one in days_from(anchor) if is_such_a_day(dates.meaning, one.toordinal()))
        first = FirstTurn(draw(st.sampled_from(names)), named.toordinal())
        words += f" starting with {first.party} on {named.isoformat()}"
    duty = Duty(
        selector("check-in", () if at_home is None else (at_home.meaning,)),
        Parties(names, every=False),
        None if toward is None else toward.meaning,
    )
    at = 20 * HOUR if dates.meaning.rhythm is Rhythm.DAY else None
    meaning = Schedule(duty, dates.meaning, at, turns=names, first_turn=first, whole=whole)
    return Said(f"check-in by {', '.join(names[:-1])} and {names[-1]} in turn{tail} {words}", meaning)


def days_from(day: date) -> Iterator[date]:
    """One date after the other."""
    return (day + timedelta(days=number) for number in range(3000))


@st.composite
def prohibition(draw: st.DrawFn) -> Said:
    """`no encounter at home unless consent by Ben within the last 7 days`."""
    what = draw(narrowed(LIMITED, plural=False, most=2, contrary=False))
    exception = draw(st.one_of(unless(), unless_event()))
    return Said(f"no {what.words}{tail(exception)}", Prohibition(what.meaning, meaning_of(exception)))


SAME_OR_OTHERS: tuple[Said | None, ...] = (
    None,
    Said("by the same party", ByFilter(WhoWord.SAME_PARTY)),
    Said("by the same party", ByFilter(WhoWord.SAME_PARTY)),
    Said("by the others", ByFilter(WhoWord.THE_OTHERS)),
    Said("by Ana", ByFilter(Parties(("Ana",)))),
)
WITH_THEM: tuple[Said | None, ...] = (
    None,
    None,
    Said("with the same person", WithFilter(PersonWord.SAME_PERSON)),
    Said("with the same person", WithFilter(PersonWord.SAME_PERSON)),
    Said("with dana", WithFilter(People(("dana",)))),
)


PLAIN_TRIGGERS = tuple(
    Said(f"each {words}", EventTrigger(selector(words.split()[0], filters)))
    for words, filters in (
        ("encounter", ()),
        ("conflict", ()),
        ("encounter by each party", (ByFilter(WhoWord.EACH_PARTY),)),
        ("encounter with each person", (WithFilter(PersonWord.EACH_PERSON),)),
    )
)


@st.composite
def prohibition_after(draw: st.DrawFn, start: Said | None = None) -> Said:
    """`after each conflict, no encounter by the same party for 24 hours`, `… with the same person until consent by the same party`."""
    start = start or draw(st.one_of(trigger(), st.sampled_from(PLAIN_TRIGGERS)))
    noun = draw(st.sampled_from(("encounter", "encounter", "encounter", "expense", "disclosure")))
    event = isinstance(start.meaning, EventTrigger)
    to_them = Said("by each who was addressed", ByFilter(WhoWord.ADDRESSED))
    by = to_them if event and draw(st.integers(0, 4)) == 0 else draw(st.sampled_from(SAME_OR_OTHERS))
    toward = draw(st.sampled_from((None, None, None, Said("to the same party", ToFilter(WhoWord.SAME_PARTY)))))
    other = draw(st.sampled_from((None, None, OTHER_FILTERS[0], OTHER_FILTERS[2])))
    company = draw(st.sampled_from(WITH_THEM)) if noun == "encounter" else None
    parts = [part for part in (by, toward, other, company) if part is not None and not two_ways(start, part.meaning)]
    words = " ".join([noun, *(part.words for part in parts)])
    forbidden = selector(noun, [part.meaning for part in parts])
    if draw(st.booleans()):
        length = draw(among(hours(6), hours(24), hours(48), days(1), days(3), weeks(1)))
        return Said(f"after {start.words}, no {words} for {length.words}", ProhibitionAfter(start.meaning, forbidden, length.meaning))
    waited = duty(("consent", "consent", "debrief", "disclosure", "test"), addressed=event, gives=True)
    until = draw(waited.filter(lambda said: said.meaning.by is not WhoWord.EACH_PARTY and not two_ways(start, said.meaning)))
    return Said(f"after {start.words}, no {words} until {until.words}", ProhibitionAfter(start.meaning, forbidden, until.meaning))


LATER: tuple[Said | None, ...] = (
    None,
    None,
    Said("by the same party", ByFilter(WhoWord.SAME_PARTY)),
    Said("by the others", ByFilter(WhoWord.THE_OTHERS)),
    Said("by anyone", ByFilter(WhoWord.ANYONE)),
)


@st.composite
def prohibition_before(draw: st.DrawFn) -> Said:
    """`no encounter at home within 6 hours before conflict by the others`."""
    what = draw(narrowed(LIMITED, plural=False, most=2, each=False, contrary=False))
    noun = draw(st.sampled_from(("conflict", "check-in", "test", "encounter")))
    own = any(isinstance(part, ByFilter) for part in what.meaning.filters)
    by = draw(st.sampled_from((*LATER, Said("by Ana", ByFilter(Parties(("Ana",)))) if own else None)))
    other = draw(st.sampled_from((None, None, OTHER_FILTERS[0]))) if noun == "encounter" else None
    parts = [part for part in (by, other) if part is not None]
    length = draw(among(hours(1), hours(6), hours(24), hours(48), days(1), days(2), weeks(1)))
    words = " ".join([f"no {what.words} within {length.words} before {noun}", *(part.words for part in parts)])
    return Said(words, ProhibitionBefore(what.meaning, length.meaning, selector(noun, [part.meaning for part in parts])))


@st.composite
def stoppable(draw: st.DrawFn) -> Said:
    """`encounters at home`, `check-ins`: what a pause stops or lifts."""
    if draw(st.booleans()):
        noun = draw(st.sampled_from(("check-in", "check-in", "disclosure", "debrief", "encounter")))
        return Said(PLURALS[noun], selector(noun))
    return draw(narrowed(("encounter", "expense"), plural=True, each=False, contrary=False))


@st.composite
def pause(draw: st.DrawFn) -> Said:
    """`anyone may pause encounters for at most 14 days`, `anyone may pause check-ins …`."""
    what = draw(stoppable())
    at_most = draw(among(hours(48), days(1), days(3), days(14), weeks(1)))
    return Said(f"anyone may pause {what.words} for at most {at_most.words}", Pause(what.meaning, at_most.meaning))


@st.composite
def follow_up(draw: st.DrawFn, of: Sequence[str], kinds: Sequence[str] = ("response", "pause", "repeat", "no")) -> Said:
    """`after each breach of monthly, encounters pause for 14 days`, `after each debrief, check-in by everyone every 4 days for …`."""
    if draw(st.integers(0, 2)):
        named = draw(st.lists(st.sampled_from(list(of)), max_size=2, unique=True)) if of else []
        words = f" of {' or '.join(named)}" if named else ""
        broken = BreachTrigger(min(named), tuple(sorted(named)[1:])) if named else BreachTrigger()
        start = Said(f"each breach{words}", broken)
        if draw(st.integers(0, 2)) == 0:
            times = draw(so_many())
            each = draw(st.booleans())
            broken = replace(broken, times=times.meaning, by=WhoWord.EACH_PARTY if each else None)
            start = Said(f"{times.meaning.count} breaches{words}{' by each party' if each else ''} {times.words}", broken)
    else:
        start = draw(trigger())
    kind = draw(st.sampled_from(kinds))
    if kind == "response":
        owed, limit = draw(duty(("debrief", "disclosure")).filter(lambda one: not two_ways(start, one.meaning))), draw(SHORT)
        return Said(f"after {start.words}, {owed.words} within {limit.words}", Response(start.meaning, owed.meaning, Within(limit.meaning)))
    if kind == "no":
        return draw(prohibition_after(start))
    if kind == "pause":
        what = draw(stoppable())
        length = draw(among(hours(48), days(1), days(3), weeks(1)))
        return Said(f"after {start.words}, {what.words} pause for {length.words}", PauseAfter(start.meaning, what.meaning, length.meaning))
    owed = draw(duty(("check-in", "debrief"), to=False).filter(lambda one: not two_ways(start, one.meaning)))
    every = draw(among(hours(48), days(1), days(4), weeks(1)))
    length = draw(among(days(7), weeks(2), weeks(6), months(1)))
    words = f"after {start.words}, {owed.words} every {every.words} for {length.words}"
    return Said(words, RepeatAfter(start.meaning, owed.meaning, every.meaning, length.meaning))


@st.composite
def one_date(draw: st.DrawFn, near: int) -> Said:
    """`check-in by everyone on 2026-06-01 at 19:00 give or take 2 days`, `check-in by Ana by 2026-09-30 at 12:00`."""
    owed = draw(duty(("check-in",), after_trigger=False))
    day = near + draw(st.sampled_from((-3, 0, 0, 1, 2, 7)))
    by = draw(st.booleans())
    words, at, tolerance = f"{'by' if by else 'on'} {date.fromordinal(day).isoformat()}", None, None
    if draw(st.booleans()):
        at = draw(st.sampled_from((2 * HOUR + 1800, 12 * HOUR)))
        words += f" at {at // HOUR:02}:{at // 60 % 60:02}"
    if not by:
        tolerance = draw(among(None, days(1), weeks(1)))
    words += "" if tolerance is None else f" give or take {tolerance.words}"
    once = Recurrence(Rhythm.ONCE, date=day)
    return Said(f"{owed.words} {words}", Schedule(owed.meaning, once, at, None, Days() if tolerance is None else tolerance.meaning, by))


@st.composite
def deadline(draw: st.DrawFn) -> Said:
    """`check-in by each party every month by day 5`, `check-in by Ana every week by Friday at 12:00`, `check-in every day by 02:30`."""
    owed = draw(duty(("check-in",), after_trigger=False))
    dates = draw(recurrence())
    words, at = dates.words.replace(" on ", " by ").removesuffix(" at 20:00"), None
    if dates.meaning.rhythm is Rhythm.DAY or draw(st.booleans()):
        at = draw(st.sampled_from((2 * HOUR + 1800, 12 * HOUR)))
        words += f" {'by' if dates.meaning.rhythm is Rhythm.DAY else 'at'} {at // HOUR:02}:{at // 60 % 60:02}"
    return Said(f"{owed.words} {words}", Schedule(owed.meaning, dates.meaning, at, by=True))


# Each form, about a date.
FORMS: dict[str, Callable[[int], st.SearchStrategy[Said]]] = {
    "cap": lambda _: cap(),
    "people": lambda _: cap((Unit.PEOPLE,)),
    "between": lambda _: cap((Unit.COUNT, Unit.COUNT, Unit.HOURS, Unit.AMOUNT), between=True),
    "quota": lambda _: quota(),
    "share": lambda _: quota((Unit.SHARE,)),
    "gap": lambda _: gap(),
    "response": lambda _: response(),
    "portion": lambda _: portion(),
    "precedence": lambda _: precedence(),
    "interval": lambda _: interval(),
    "schedule": lambda _: schedule(),
    "prohibition": lambda _: prohibition(),
    "prohibition after": lambda _: prohibition_after(),
    "prohibition before": lambda _: prohibition_before(),
    "pause": lambda _: pause(),
    "one date": one_date,
    "deadline": lambda _: deadline(),
    "turns": turns,
}

# --- modifiers ----------------------------------------------------------------------------------------------------


@st.composite
def modifiers(draw: st.DrawFn, form: Form, near: int) -> tuple[list[str], Modifiers]:
    """The lines under a sentence; `near` is a date that the log is about."""
    lines: list[str] = []
    meaning = Modifiers()
    is_sum = isinstance(form, Response) and form.portion is not None
    if isinstance(form, Response) and not is_sum and draw(st.integers(0, 3)) == 0:
        lines.append("covering who, when")
        meaning = replace(meaning, covering=("who", "when"))
        kept = draw(st.sampled_from((None, ("Ana", ("when",)), ("Ben", ("who", "when")), ("", ("feelings",)))))
        if kept is not None:
            who, items = kept
            lines.append(f"{who} keeps {', '.join(items)} private" if who else f"never covering {items[0]}")
            meaning = replace(meaning, untold=(Private(Parties((who,)) if who else None, items),))
    if isinstance(form, Response | Interval | Schedule) and draw(st.integers(0, 2)) == 0:
        grace = draw(among(hours(6), hours(24), days(1), days(2)))
        lines.append(f"grace {grace.words}")
        meaning = replace(meaning, grace=grace.meaning)
    if draw(st.integers(0, 3)) == 0:
        condition = draw(conditions(form, near))
        if draw(st.booleans()):
            lines.append(f"only {condition.words}")
            meaning = replace(meaning, only=(condition.meaning,))
        else:
            lines.append(f"except {condition.words}")
            meaning = replace(meaning, excepted=(condition.meaning,))
    if may_be_wished(form) and draw(st.integers(0, 4)) == 0:
        lines.append("if we can")
        meaning = replace(meaning, wish=True)
    elif may_be_repaired(form) and not is_sum and draw(st.integers(0, 3)) == 0:
        owed, limit = draw(duty(("debrief", "debrief", "disclosure", "encounter"))), draw(response_limit())
        if owed.meaning.by is not WhoWord.EACH_PARTY:
            late = isinstance(form, Response | Interval | RepeatAfter) or (isinstance(form, Schedule) and form.by)
            still = late and draw(st.booleans())
            lines += [f"otherwise {owed.words} {limit.words}", *["still owed"] * still]
            meaning = replace(meaning, otherwise=Response(OtherwiseTrigger(still_owed=still), owed.meaning, limit.meaning))
    return lines, meaning


def may_be_repaired(form: Form) -> bool:
    """R170: not what pauses, and not what follows a breach or leaving."""
    trigger = getattr(form, "trigger", None)
    return not isinstance(form, Pause | PauseAfter) and not isinstance(trigger, BreachTrigger) and "'leave'" not in repr(trigger)


def may_be_wished(form: Form) -> bool:
    """R90: all but what pauses, what asks for a consent, and what a consent excuses."""
    asked = [getattr(form, "duty", None), getattr(getattr(form, "unless", None), "duty", None), getattr(form, "waits_for", None)]
    consent = any(one.event == "consent" for duty in asked if duty is not None for one in duty.selector.alternatives)
    return not isinstance(form, Pause | PauseAfter) and not consent


def conditions(form: Form, near: int) -> st.SearchStrategy[Any]:
    """`from DATE`, `until DATE`, `while STATE`, `on weekdays`."""

    def iso(day: int) -> str:
        return date.fromordinal(day).isoformat()

    choices = [
        Said(f"from {iso(near)}", DateRange(near, None)),
        Said(f"from {iso(near - 3)}", DateRange(near - 3, None)),
        Said(f"until {iso(near + 2)}", DateRange(None, near + 2)),
        Said("while at-risk", WhileFilter("at-risk")),
        *coming_again(near),
    ]
    again = isinstance(form, Interval | Quota | Schedule) or isinstance(getattr(form, "trigger", None), BreachTrigger)
    if not again:  # what comes again is no event of one party's
        choices.append(Said("while exposed", WhileFilter("exposed")))
    if not isinstance(form, Interval | RepeatAfter):  # days of the week make no sense for a stretch
        choices += [
            Said("on free-days", DayFilter(FREE)),
            Said("on weekdays", DayFilter(WeekDays(frozenset(range(5))))),
            Said("on Friday or Saturday", DayFilter(WeekDays(frozenset((4, 5))))),
        ]
    return among(*choices)


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def coming_again(near: int) -> list[Said]:
    """Dates that come again each year: around the log, all but those around it, the ends of February, what is odd or even."""
    ends = [(near - 3, near + 4), (near + 4, near - 3), (near, near + 40), (near + 1, near + 1)]
    seasons = [tuple((date.fromordinal(day).month, date.fromordinal(day).day) for day in both) for both in ends]
    seasons += [((12, 1), (2, 28)), ((2, 29), (near_month := date.fromordinal(near).month, 28)), ((near_month, 1), (2, 29))]
    found = [
        Said(f"between {first[1]} {MONTHS[first[0] - 1]} and {last[1]} {MONTHS[last[0] - 1]}", Season(first, last))
        for first, last in seasons
    ]
    numbered = [(unit, odd) for unit in ("week", "week", "month", "year") for odd in (True, False)]
    return found + [Said(f"in {'odd' if odd else 'even'} {unit}s", EveryOther(unit, odd)) for unit, odd in numbered]


def durations_in(form: object) -> list[Duration]:
    """Every length that a sentence speaks of, to aim entries at."""
    if isinstance(form, Exact | Days):
        return [form]
    if isinstance(form, Struct):
        return [length for name in form.__struct_fields__ for length in durations_in(getattr(form, name))]
    if isinstance(form, tuple):
        return [length for part in form for length in durations_in(part)]
    return []
