"""A short log in one line, as one would tell it: what happened, when, and no more."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.vocabulary import LOG_WORDS
from pactlang.model.words import clock_words
from pactlang.witness.pool import ELSEWHERE
from pactlang.words.words import count_words, day_words, list_words, people_words, span_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement


def case_words(entries: Sequence[Entry], last: int, agreement: Agreement, day: int = 0, held: tuple[int, int] = (0, 0)) -> str:
    """The entries of a short log, and how far it goes where nothing happened in it. `day` is a date that was told already; what lies
    outside the dates `held` is told as that.

    >>> from datetime import date
    >>> from pactlang.log.entry import Entry
    >>> from pactlang.model.agreement import Agreement
    >>> from pactlang.source import SourceFile
    >>> us = Agreement("", ("Ana",), "us.pact", "", SourceFile("us.pact", "").span(0, 0))
    >>> day = date(2026, 5, 4).toordinal()
    >>> case_words([Entry("call", day + n, 3600, by=("Ana",)) for n in range(3)], day + 9, us)
    '3 calls by Ana from 4 to 6 May 2026'
    >>> case_words([Entry("call", day, 3600, end_day=day + 1, end_second=7200)], 0, us)
    'call on Monday 4 May 2026, 01:00 to Tuesday 5 May, 02:00'
    >>> case_words([], day, us)
    'nothing logged until 4 May 2026'
    """
    if not entries:
        return f"nothing logged until {day_words(last, weekday=False)}"
    told: list[str] = []
    for _, same in groupby(entries, _kind):
        run = list(same)
        if len(run) > 2:
            told.append(_run(run, agreement, day) + _outside(run[0].day, run[-1].day, held))
        for entry in run if len(run) <= 2 else ():
            told.append(f"{entry.type}{_details(entry)} {_when(entry, day)}".strip() + _outside(entry.day, entry.day, held))
            day = entry.end_day or entry.day
        day = run[-1].end_day or run[-1].day
    return ", then ".join(told)


def _run(entries: Sequence[Entry], agreement: Agreement, day: int) -> str:
    """Several of one kind in a row, counted."""
    first, last = entries[0].day, entries[-1].day
    spoken = span_words(first, last)
    when = (_when(replace(entries[0], second=None), day)) if first == last else f"from {spoken}" if " to " in spoken else f"in {spoken}"
    event = agreement.vocabulary.events.get(entries[0].type)
    return f"{count_words(len(entries), entries[0].type, event.plural if event else '')}{_details(entries[0])} {when}"


def _outside(first: int, last: int, held: tuple[int, int]) -> str:
    if first < held[0]:
        return " (before this is in force)"
    return " (after this has ended)" if held[1] and last > held[1] else ""


def _kind(entry: Entry) -> tuple[object, ...]:
    return (entry.type, entry.by, entry.to, entry.with_, entry.instead_of, entry.place, entry.tags, entry.fields)


def _details(entry: Entry) -> str:
    words = f" by {people_words(entry.by)}" if entry.by else ""
    words += f" to {people_words(entry.to)}" if entry.to else ""
    words += f" with {people_words(entry.with_)}" if entry.with_ else ""
    words += f" instead of {people_words(entry.instead_of)}" if entry.instead_of else ""
    if entry.place:
        words += " at another place" if entry.place == ELSEWHERE else f" at {entry.place}"
    words += f" tagged {list_words(entry.tags)}" if entry.tags else ""
    words += f" covering {list_words(entry.covering)}" if entry.covering else ""
    amount, unit = entry.fields.get("amount"), entry.fields.get("unit")
    words += f" of {amount} {unit or ''}".rstrip() if amount is not None else ""
    others = [f"{name} {value}" for name, value in entry.fields.items() if name not in ("amount", "unit")]
    return words + (f" ({', '.join(others)})" if others else "")


def same_year(day: int, other: int) -> bool:
    """Whether two dates lie in one year; 0 is no date."""
    return bool(other) and date.fromordinal(day).year == date.fromordinal(other).year


def _when(entry: Entry, day: int) -> str:
    when = f"on {day_words(entry.day, year=not same_year(entry.day, day))}" if entry.day != day else "that day"
    until = (
        f" (until {day_words(entry.until, weekday=False, year=False)})" if entry.until is not None and entry.type not in LOG_WORDS else ""
    )
    if entry.second is None:
        return when + until
    if entry.end_day is None or entry.end_second is None:
        return f"{when}, {clock_words(entry.second)}{until}"
    end = clock_words(entry.end_second)
    # As in a log, a time alone is the first such time after the start.
    first = entry.end_day * DAY_SECONDS + entry.end_second <= (entry.day + 1) * DAY_SECONDS + entry.second
    last = "" if first else f"{day_words(entry.end_day, year=False)}, "
    return f"{when}, {clock_words(entry.second)} to {last}{end}{until}"
