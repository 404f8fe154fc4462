"""What one occasion used of a limit, in words and as a number to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.words import clock_words
from pactlang.words.words import count_words, length_words, number_words

if TYPE_CHECKING:
    from decimal import Decimal

    from pactlang.checker.uses import Series

CLOCK = "time of day"
_DAYS = 5 * DAY_SECONDS  # from which hours say little


def unit_of(series: Series) -> str:
    """What the numbers of `value_of` are in: hours, a time of day in hours, a currency, a noun."""
    return CLOCK if series.clock is not None else "hours" if series.unit == "seconds" else _noun(series, 0) or "times"


def value_of(series: Series, measured: int | Decimal) -> float:
    """A number to draw, in `unit_of`. A time of day is on the side of the window that it is nearest to, so that an hour after midnight
    follows one before it.
    """
    if series.clock is not None:
        past = (float(measured) - series.clock + 43_200) % 86_400 - 43_200
        return (series.clock + past) / 3600
    return float(measured) / 3600 if series.unit == "seconds" else float(measured)


def use_words(series: Series, measured: int | Decimal) -> str:
    """What was measured, in words, without the noun of what was counted."""
    if series.clock is not None:
        return clock_text(value_of(series, measured))
    if series.unit != "seconds":
        return number_words(measured)
    return length_words(int(measured)) if measured < _DAYS else count_words(int(measured) // DAY_SECONDS, "day")


def agreed_words(series: Series, limit: int | Decimal) -> str:
    """The limit in words: `at most 24 h`, `at least 2 date-nights`, `before 23:00`."""
    if series.clock is not None:
        return f"before {clock_text(series.clock / 3600)}"
    unit = "" if series.unit == "seconds" else _noun(series, limit)
    return f"{'at least' if series.form.more_is_better else 'at most'} {use_words(series, limit)}{unit and f' {unit}'}"


def _noun(series: Series, number: int | Decimal) -> str:
    """What is counted, as so many of it are called: an event by its plural, anything else as it is."""
    event = series.agreement.vocabulary.events.get(series.unit)
    return series.unit if event is None or number == 1 else event.plural


def clock_text(hours: float) -> str:
    """A time of day from hours, which may pass midnight.

    >>> clock_text(24.5)
    '00:30'
    """
    return clock_words(round(hours * 60) * 60 % 86_400)
