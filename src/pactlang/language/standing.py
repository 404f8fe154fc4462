"""What stands of itself: an interval where no day is named, else a schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pactlang.language.errors import MeaningError
from pactlang.model.agreement import Duty, FirstTurn, Form, Interval, Recurrence, Rhythm, Schedule
from pactlang.model.calendar import Days, Exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.calendar import Duration

_RHYTHMS = {"day": Rhythm.DAY, "week": Rhythm.WEEK, "month": Rhythm.MONTH, "year": Rhythm.YEAR}
_DAYS = {"on", "day", "nth", "date"}
_SIZES = {"day": 1, "week": 7, "month": 1, "year": 12}


class RhythmPart(Struct, frozen=True):
    """A part of a schedule after `every …`: its word (`on`, `day`, `nth`, `date`, `at`, `for`, `tolerance`, `by`) and value.

    `by` says that it is a deadline; its value, whether it names a day (else a time alone).
    """

    word: str
    value: Any


class Once(Struct, frozen=True):
    """One date (an ordinal) instead of `every …`: `on 2026-06-01`, or as a deadline `by 2026-06-01`."""

    date: int
    by: bool


class Turns(Struct, frozen=True):
    """Who takes turns, in their order: `by Ana, Ben and Cleo in turn`."""

    names: tuple[str, ...]


def standing_form(duty: Duty, every: Duration | frozenset[int] | Once, parts: Sequence[RhythmPart], turns: tuple[str, ...] = ()) -> Form:
    """The form of `DUTY every … on … at … for … give or take …`, or of `DUTY on DATE …`; `turns` are the names that take turns.

    Raises `MeaningError` where the parts do not go together.
    """
    values: dict[str, Any] = {}
    for part in parts:
        if part.word in values:
            raise MeaningError("E027", "A part of this schedule appears twice.", expected="each once: 'on Friday and Saturday'")
        values[part.word] = part.value
    first = values.pop("starting", None)
    if turns:
        return _in_turn(duty, every, values, turns, first)
    if first is not None:
        raise MeaningError(
            "E007", "'starting with' belongs to what people do in turn.", expected="such as 'by Ana and Ben in turn every week …'"
        )
    if isinstance(every, Once):
        return _once(duty, every, values)
    if isinstance(every, Exact):
        if values:
            expected = "'every 36 hours' alone, or a schedule such as 'every day at 20:00'"
            raise MeaningError("E007", "Something that recurs by the hour has no day or time of its own.", expected=expected)
        return Interval(duty, every)
    daily = isinstance(every, Days) and every == Days(days=1)
    if isinstance(every, Days) and not values and not daily:
        return Interval(duty, every)
    by = _by(values)
    if by and isinstance(every, frozenset):
        raise MeaningError("E007", *_ON_OR_UP_TO)
    recurrence = _recurrence(every, values)
    if values.get("by") is False and recurrence.rhythm is not Rhythm.DAY:
        raise MeaningError("E007", *_ON_OR_UP_TO)
    return Schedule(duty, recurrence, values.get("at"), values.get("for"), _tolerance(values), by)


_ON_OR_UP_TO = (
    "This can be read in two ways: on that day up to a time, or at any time up to then.",
    None,
    "'every week by Friday at 12:00' (any time up to then)",
)


def _by(values: dict[str, Any]) -> bool:
    """Whether its dates are deadlines. Raises `MeaningError` where a part has no meaning for one."""
    by = "by" in values
    if by and values.keys() & {"for", "tolerance"}:
        message = "What is done by a date may be done at any time up to it, so it has no length and no tolerance."
        raise MeaningError("E007", message, expected="the date alone, or with a time: 'by 2026-09-30 at 12:00', 'by Friday at 12:00'")
    return by


def _in_turn(
    duty: Duty, every: Duration | frozenset[int] | Once, values: dict[str, Any], turns: tuple[str, ...], first: FirstTurn | None
) -> Form:
    """`cleaning by Ana and Ben in turn every week on Sunday`; without a day, the turn is the calendar period's."""
    if isinstance(every, Once | Exact):
        raise MeaningError("E007", "Turns are taken on dates.", expected="such as 'every week on Sunday', 'every day', 'every month'")
    if "by" in values:
        raise MeaningError("E010", "Turns up to a day are not supported yet.", expected="'every week on Friday', or 'every month'")
    if first is not None and first.party not in turns:
        raise MeaningError("E007", f"{first.party} takes no turn here.", expected=f"one of {', '.join(turns)}")
    whole = isinstance(every, Days) and every.unit != "day" and not values.keys() & _DAYS
    if not whole:
        recurrence = _recurrence(every, values)
        return Schedule(duty, recurrence, values.get("at"), values.get("for"), _tolerance(values), turns=turns, first_turn=first)
    assert isinstance(every, Days)  # noqa: S101 - just looked at
    if values:
        raise MeaningError("E007", f"This does not say on which day of the {every.unit}.", expected=_EXPECTED[_RHYTHMS[every.unit]])
    if (every.months or every.days) != _SIZES[every.unit]:
        raise MeaningError("E007", "Without a day, a turn lasts one week, one month or one year.", expected=_EXPECTED[_RHYTHMS[every.unit]])
    return Schedule(duty, _PERIODS[_RHYTHMS[every.unit]], turns=turns, first_turn=first, whole=True)


# The last dates of calendar periods; the weekday on which weeks end is looked up later.
_PERIODS = {
    Rhythm.WEEK: Recurrence(Rhythm.WEEK),
    Rhythm.MONTH: Recurrence(Rhythm.MONTH, month_day=-1),
    Rhythm.YEAR: Recurrence(Rhythm.YEAR, month_day=31, month=12),
}


def _tolerance(values: dict[str, Any]) -> Duration:
    tolerance: Duration = values.get("tolerance", Days())
    if isinstance(tolerance, Exact) and "at" not in values:
        message = "A tolerance in minutes or hours needs a time of day, around which it counts."
        raise MeaningError("E007", message, expected="'at 18:00 give or take 30 minutes', or days: 'give or take 2 days'")
    return tolerance


def _once(duty: Duty, once: Once, values: dict[str, Any]) -> Form:
    """`review on 2026-06-01 at 19:00 for 1 hour`, `move-out by 2026-09-30 at 12:00`."""
    if values.keys() & _DAYS:
        raise MeaningError("E007", "The day is said twice: a date is one day already.", expected="the date alone, or 'every …'")
    if "by" in values:
        raise MeaningError("E007", "A time of a date follows 'at'.", expected="such as 'by 2026-09-30 at 12:00'")
    _by(values | ({"by": True} if once.by else {}))
    return Schedule(duty, Recurrence(Rhythm.ONCE, date=once.date), values.get("at"), values.get("for"), _tolerance(values), once.by)


def _recurrence(every: Duration | frozenset[int], values: dict[str, Any]) -> Recurrence:
    if isinstance(every, frozenset):
        if values.keys() & _DAYS:
            raise MeaningError("E007", "The day is said twice.", expected="'every Friday', or 'every week on Friday'")
        return Recurrence(Rhythm.WEEK, 1, tuple(sorted(every)))
    assert isinstance(every, Days)  # noqa: S101 - hours were refused before
    rhythm = _RHYTHMS[every.unit]
    total = every.months or every.days
    number, rest = divmod(total, _SIZES[every.unit])
    named = values.keys() & _DAYS
    wanted = {Rhythm.DAY: set(), Rhythm.WEEK: {"on"}, Rhythm.MONTH: {"day", "nth"}, Rhythm.YEAR: {"date"}}[rhythm]
    if rest or (every.months and every.days) or len(named) > 1 or not named <= wanted or (wanted and not named):
        message = f"This does not say on which day of the {every.unit}."
        if rhythm is Rhythm.DAY:
            message = f"'every {every.words}' comes on any day of the week or month, so none can be named."
        raise MeaningError("E007", message, expected=_EXPECTED[rhythm])
    if rhythm is Rhythm.WEEK:
        return Recurrence(rhythm, number, tuple(sorted(values["on"])))
    if "nth" in values:
        nth, weekday = values["nth"]
        return Recurrence(rhythm, number, (weekday,), nth=nth)
    if rhythm is Rhythm.YEAR:
        month, day = values["date"]
        return Recurrence(rhythm, number, month_day=day, month=month)
    return Recurrence(rhythm, number, month_day=values.get("day", 0))


_EXPECTED: dict[Rhythm, str] = {
    Rhythm.DAY: "'every 3 days', or weeks or months: 'every 2 weeks on Friday'",
    Rhythm.WEEK: "a weekday: 'every 2 weeks on Friday'",
    Rhythm.MONTH: "'on day 1', 'on the first Sunday' or 'on the last day'",
    Rhythm.YEAR: "a date: 'every year on 14 February'",
}
