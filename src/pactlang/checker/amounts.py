"""How much an event counts in a sentence's currency: money in another one is none of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pactlang.checker.filters import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event


def amounts_in(currency: str, context: Context) -> Callable[[Event], Decimal | int]:
    """The `amount` of an event where it is in this currency, else 0.

    One without a unit is in that of its event in the text in force when it starts: a new text may count in another currency.
    """
    texts = context.facts.texts
    units: dict[tuple[int, str], str] = {}  # of each event in each text

    def unit_of(version: int, event: str) -> str:
        declared = texts[version].vocabulary.events.get(event) if 0 <= version < len(texts) else None
        return declared.unit if declared is not None else ""

    def amount(event: Event) -> Decimal | int:
        fields = event.entry.fields
        unit = fields.get("unit")
        if unit is None:
            key = event.version, event.type
            unit = units.get(key)
            if unit is None:
                unit = units[key] = unit_of(*key)
        if unit and unit != currency:
            return 0
        value = fields.get("amount")
        return value if type(value) is Decimal else number_of(value) or 0

    return amount


def spent_in(currency: str, context: Context) -> Callable[[Event], Fraction | None]:
    """What an event counts in this currency; None where its entry does not say how much it was."""
    amount = amounts_in(currency, context)

    def spent(event: Event) -> Fraction | None:
        fields = event.entry.fields
        if "amount" in fields:
            return Fraction(amount(event))
        unit = fields.get("unit")
        return None if unit is None or unit == currency else Fraction(0)

    return spent
