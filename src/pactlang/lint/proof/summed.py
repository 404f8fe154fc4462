"""Hours and amounts: where one sentence asks for more in a period than another allows in the same period, or in all shorter ones in it.

Claimed only where the limit sees all that is owed: no way to keep the one is outside the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.lint.proof.scene import allows_day, entries_of
from pactlang.model.agreement import ByFilter, Cap, Quota, Unit
from pactlang.model.calendar import DAY_SECONDS, Period
from pactlang.model.parts import doer

if TYPE_CHECKING:
    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry

_MINUTE = 60
_DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92, Period.YEAR: 366}
_FEWEST = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 28, Period.QUARTER: 90, Period.YEAR: 365}
_MORNING = 9 * 3600


def asks_for_more(owed: Quota, limit: Cap) -> bool:
    """Whether more is owed than is allowed, counted alike, of events that the limit sees wherever they are."""
    asked, most = owed.measure, limit.measure
    if not isinstance(limit.window, Period) or (asked.unit, asked.currency) != (most.unit, most.currency):
        return False
    if asked.unit not in (Unit.AMOUNT, Unit.HOURS) or asked.limit <= most.limit * _windows(limit.window, owed.period):
        return False
    if asked.unit is Unit.AMOUNT and doer(owed.selector) != doer(limit.selector):
        return False  # what another one gives back would make room
    return all(isinstance(part, ByFilter) or part in owed.selector.filters for part in limit.selector.filters)


def may_come_back(owed: Quota, limit: Cap) -> bool:
    """Whether money that comes back to the same people could still make room: what the limit counts is more than what is asked for."""
    return owed.measure.unit is Unit.AMOUNT and (owed.selector, owed.period) != (limit.selector, limit.window)


def _windows(short: Period, long: Period) -> int:
    """How many of one period reach into one of another, at the very most."""
    if short is long:
        return 1
    return (_DAYS[long] - 2) // _FEWEST[short] + 3  # one more for hours that reach past the last midnight


def just_enough(owed: Quota, first: int, last: int, shape: Shape) -> list[Entry]:
    """Entries within a period that bring what is owed; none where no such day is found, or a day has too few hours."""
    days = [day for day in range(first, last + 1) if allows_day(owed.selector, day)]
    limit = int(-(-owed.measure.limit // 1))
    match owed.measure.unit:
        case Unit.AMOUNT:
            fields = {"amount": Decimal(owed.measure.limit), "unit": owed.measure.currency}
            found = [replace(one, fields={**one.fields, **fields}) for one in entries_of(owed.selector, first, shape)]
        case _:
            each = -(-limit // (max(1, len(days)) * _MINUTE)) * _MINUTE
            if each > DAY_SECONDS // 2:
                return []
            long = replace(shape, second=_MORNING if each > DAY_SECONDS - shape.second else shape.second, length=each)
            found = [one for day in days for one in entries_of(owed.selector, day, long)]
    return found
