"""Short logs in which something is paid of an amount: exactly what is owed of a hundred, and a cent less."""

from __future__ import annotations

from decimal import Decimal
from math import floor
from typing import TYPE_CHECKING

from pactlang.model.agreement import EventTrigger, Response
from pactlang.witness.entries import with_field
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Portion
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log

_BILL = 10_000  # hundredths


def priced(form: Response, logs: Iterator[Log], pool: Pool) -> Iterator[Log]:
    """Each log, with what is owed by each of the sentences, and with a cent less."""
    asking = [one for one in parts_of(pool.things, Response) if one.portion is not None]
    sums = sorted({owed_cents(one.portion) - less for one in asking if one.portion is not None for less in (0, 1)}, reverse=True)
    currency = asking[0].currency
    free = len(asking) < len(parts_of(pool.things, Response))  # one that asks for no sum asks for an answer to a bill of nothing, too
    for log in logs:
        if free:
            yield paying(log, form, 1, currency, bill=0)
        for cents in sums:
            yield paying(log, form, cents, currency)


def owed_cents(portion: Portion) -> int:
    """What is owed of a hundred, in hundredths."""
    return floor(_BILL * portion.part)


def paying(log: Log, form: Response, cents: int, currency: str, bill: int = _BILL) -> Log:
    """The log with a hundred (or so many hundredths) as the amount of each trigger, and so much by each who pays."""
    assert isinstance(form.trigger, EventTrigger)  # noqa: S101 - the caller looked
    bills = {one.event for one in form.trigger.selector.alternatives}
    payments = {one.event for one in form.duty.selector.alternatives}

    def worth(entry: Entry) -> Entry:
        if entry.type in payments:
            return _worth(entry, cents * max(1, len(entry.by)), currency)
        return _worth(entry, bill, currency) if entry.type in bills else entry

    return tuple(worth(entry) for entry in log)


def _worth(entry: Entry, cents: int, currency: str) -> Entry:
    return with_field(with_field(entry, "unit", currency), "amount", Decimal(cents) / 100)
