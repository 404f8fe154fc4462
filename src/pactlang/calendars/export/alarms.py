"""When a calendar is to remind: as the agreement says, else as fits the item. One alarm an item, always before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.agenda.item import Kind
from pactlang.model.agreement import Schedule
from pactlang.model.calendar import DAY_SECONDS, Days, add_days

if TYPE_CHECKING:
    from pactlang.checker.agenda.item import Item

_MINUTE, _HOUR = 60, 3600
_MORNING = 9 * _HOUR  # all-day items are spoken of in the morning
_QUARTER = 15 * _MINUTE
_HALF_DAY = 12 * _HOUR


def lead_of(item: Item) -> int:
    """How many seconds before its start an item is reminded of."""
    remind = item.sentence.modifiers.remind_before[:1] if item.sentence is not None and item.kind is not Kind.REVISIT else ()
    for before in remind:
        if not isinstance(before, Days):
            return before.seconds
        days = item.day - add_days(item.day, before, -1)
        return max(days * DAY_SECONDS - (_MORNING if item.all_day else 0), 0) or DAY_SECONDS - _MORNING
    if item.all_day:
        return DAY_SECONDS - _MORNING
    if item.allowed is not None:
        # Half of the time that there was: twelve hours of a day, never before it all began.
        return min(item.allowed // 2 // _MINUTE * _MINUTE, _HALF_DAY) or _MINUTE
    return _QUARTER if item.kind is Kind.SERIES and not _is_deadline(item) else _HALF_DAY


def _is_deadline(item: Item) -> bool:
    """Whether something is to be done by the time of an item, rather than at it."""
    form = item.sentence.form if item.sentence is not None else None
    return isinstance(form, Schedule) and form.by
