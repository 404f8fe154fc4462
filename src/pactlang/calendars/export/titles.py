"""What an item is called: words that a colleague may read over a shoulder, or, where asked for, the agreement's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.calendars.export.wish import Titles
from pactlang.checker.agenda.item import Kind
from pactlang.model.agreement import ClauseKind, Schedule
from pactlang.model.words import called

if TYPE_CHECKING:
    from pactlang.checker.agenda.item import Item
    from pactlang.model.agreement import Agreement

CHECK_IN, APPOINTMENT, REMINDER, CALENDAR = "Check-in", "Appointment to book", "Reminder", "Reminders"


def title_of(item: Item, titles: Titles) -> str:
    """The title of an item; a sentence that is `private` stays neutral whatever is asked for."""
    if titles is Titles.NEUTRAL or (item.sentence is not None and item.sentence.modifiers.private):
        return _neutral(item)
    return _full(item)


def calendar_name(agreement: Agreement, titles: Titles) -> str:
    """What the calendar itself is called."""
    return CALENDAR if titles is Titles.NEUTRAL else agreement.title or CALENDAR


def _neutral(item: Item) -> str:
    kind = item.clause.kind if item.clause is not None else None
    if kind is ClauseKind.CHECK_IN and item.kind in (Kind.SERIES, Kind.NEXT):
        return CHECK_IN
    if kind is ClauseKind.TESTING and item.kind in (Kind.SERIES, Kind.NEXT):
        return APPOINTMENT
    return REMINDER


def _full(item: Item) -> str:
    if item.clause is None or item.sentence is None:
        return f"{item.agreement.title}: the last day of this agreement"
    name = item.clause.title or item.clause.name
    match item.kind:
        case Kind.PAUSE_END:
            said = f"{name}: the pause ends"
        case Kind.FREE_AGAIN:
            said = f"{name}: the time is over"
        case Kind.CAP_FREE:
            said = f"{name}: room again"
        case Kind.REVISIT:
            said = f"{name}: talk about it again"
        case _:
            said = f"{name}: {item.sentence.words}{', if we can' if item.sentence.modifiers.wish else ''}"
    if item.kind is Kind.SERIES and isinstance(item.sentence.form, Schedule) and item.sentence.form.turns:
        return f"{said} ({called(item.who[0])}'s turn)"
    # The sentence names parties of its own; whom of `each party` or `everyone` it is asked of has to be said.
    return f"{said} ({', '.join(map(called, item.who))})" if item.who and item.kind is not Kind.SERIES else said
