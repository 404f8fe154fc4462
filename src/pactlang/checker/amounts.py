"""How much an event counts in a sentence's currency: money in another one is none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.filters import number_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event


def amounts_in(currency: str, context: Context) -> Callable[[Event], Decimal | int]:
    """The `amount` of an event where it is in this currency, else 0.

    One without a unit is in that of its event in the text in force when it starts: a new text may count in another currency.
    """
    texts = context.facts.texts

    def amount(event: Event) -> Decimal | int:
        unit = event.entry.fields.get("unit")
        if unit is None and 0 <= event.version < len(texts):
            declared = texts[event.version].vocabulary.events.get(event.type)
            unit = declared.unit if declared is not None else ""
        return (number_of(event.entry.fields.get("amount")) or 0) if (unit or currency) == currency else 0

    return amount
