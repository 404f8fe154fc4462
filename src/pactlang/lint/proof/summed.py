"""Hours and amounts: where one sentence asks for more in a period than another allows in the same period.

Claimed only where the limit sees all that is owed: no way to keep the one is outside the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.lint.proof.scene import allows_day, entries_of
from pactlang.model.agreement import ByFilter, Cap, Quota, Unit
from pactlang.model.calendar import DAY_SECONDS

if TYPE_CHECKING:
    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry

_MINUTE = 60
_MORNING = 9 * 3600


def asks_for_more(owed: Quota, limit: Cap) -> bool:
    """Whether more is owed than is allowed, counted alike in the same period, of events that the limit sees wherever they are."""
    asked, most = owed.measure, limit.measure
    if (asked.unit, asked.currency, owed.period) != (most.unit, most.currency, limit.window) or asked.limit <= most.limit:
        return False
    if asked.unit is Unit.AMOUNT:
        return owed.selector == limit.selector  # what is given back elsewhere would make a sum less
    return asked.unit is Unit.HOURS and all(isinstance(part, ByFilter) or part in owed.selector.filters for part in limit.selector.filters)


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
