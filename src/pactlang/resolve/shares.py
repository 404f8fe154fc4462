"""`at least 60 percent of expense by Ana per month`: of what a share is, whose, and what can be one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model import agreement as model
from pactlang.model.parts import filters
from pactlang.resolve.scope import place_of, span_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_ALL = Decimal(100)


def share(
    measure: model.Measure, selector: model.Selector, units: Mapping[str, str], span: Span, scope: Scope, *, quota: bool
) -> model.Measure:
    """What was read as an amount in something called percent, which no event that is meant is counted in."""
    found = replace(measure, unit=model.Unit.SHARE, currency=next(iter(units.values()), ""))
    percent = span_of(measure.currency, span)
    if not quota:
        whose = next((part.who for part in selector.filters if isinstance(part, model.ByFilter)), None)
        names = whose.names if isinstance(whose, model.Parties) else ()
        others = " or ".join(party for party in scope.parties if party not in names) or "Ben"
        rest = _ALL - measure.limit
        message = "A share is judged at the end of a period, so no single event breaks it."
        expected = f"what is left for the others, such as 'at least {rest.normalize():f} percent of {selector.noun} by {others} per month'"
        scope.fault("E023", message, percent, expected)
        return found
    for event, unit in units.items():
        if not unit:
            message = f"{event} has no amount, so there is no share of it."
            scope.fault("E023", message, percent, f"'amount in EUR' under 'event {event}', or a number of events")
    if len(set(units.values())) > 1:
        message = f"{selector.noun} is counted in more than one currency, so there is no whole to have a share of."
        scope.fault("E023", message, percent, "a sentence for each currency")
    if not 0 < measure.limit <= _ALL:
        scope.fault("E023", "A share is more than 0 and at most 100 percent.", percent, "a number such as 60")
    elif measure.give >= measure.limit:
        message = "With so many points less, nothing is asked for."
        scope.fault("E023", message, place_of("give or take", span, last=True), "fewer points, such as 5")
    _whose(selector, span, scope)
    return found


def _whose(selector: model.Selector, span: Span, scope: Scope) -> None:
    """A share is someone's: who that is stands once, and outside of the noun, so that the whole is what is left without it."""
    inside = [part for one in selector.alternatives for part in one.filters]
    own = [part for part in selector.filters if isinstance(part, model.ByFilter)]
    whose = own[0].who if len(own) == 1 else None
    plain = whose is model.WhoWord.EACH_PARTY or (isinstance(whose, model.Parties) and not (whose.every and len(whose.names) > 1))
    if any(isinstance(part, model.ByFilter) for part in inside) or any(
        isinstance(part, model.NotFilter) and isinstance(part.part, model.ByFilter) for part in filters(selector)
    ):
        message = "A share is part of what all spent, and this leaves out what some of them did."
        scope.fault("E023", message, span, "whose share it is behind 'by', and a noun that anyone may have part in")
    elif not plain:
        message = "A share is someone's, and nobody is named."
        if whose is not None:
            message = "A share is someone's: of several, an entry of all together would count as all of theirs."
        expected = "'by' and a name, 'by Ana or Ben' (what both have, added up) or 'by each party'"
        scope.fault("E023", message, span, expected)
    elif model.WithFilter(model.PersonWord.EACH_PERSON) in filters(selector):
        scope.fault("E023", "A share is a party's, and not told apart by person.", place_of("with each person", span), "'with' and a name")
