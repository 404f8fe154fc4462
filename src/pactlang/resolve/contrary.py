"""`not` and `without` where they can be read in two ways, or where another sentence says it better: refused, with that sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Edit
from pactlang.model import agreement as model
from pactlang.resolve.scope import place_of

if TYPE_CHECKING:
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_LISTED_DAYS = re.compile(r"\s*\w+\s+(?:or|and)\s", re.IGNORECASE)
_SAID = {"day": "on", "clock": "between"}


def _word(part: model.Filter) -> str:
    """The word with which a filter begins that may come after `not`."""
    name = type(part).__name__.removesuffix("Filter").lower()
    return _SAID.get(name, name)


def no_not(selector: model.Selector, place: str, span: Span, scope: Scope) -> None:
    """`no encounter not at home`: a ban, a pause and what is asked for say what they mean without a `not`."""
    found = next((one.part for one in selector.filters if isinstance(one, model.NotFilter)), None)
    if found is None:
        return
    word = _word(found)
    where = place_of(f"not {word}", span, last=True)
    rest = " ".join(span.source.text[where.start : span.end].split()).removeprefix("not ")
    last = found == getattr(selector.filters[-1], "part", None) and "unless " not in rest
    message, expected = {
        "ban": (f"'no … not {word}' is hard to read.", f"'no {selector.noun} unless {rest if last else f'{word} …'}'"),
        "time": (f"'no … not {word}' is hard to read.", f"a term that 'means {selector.noun} not {word} …', and 'no' before that"),
        "pause": ("A pause says what it stops, not what it leaves.", f"the events alone, such as '{selector.plural or selector.noun}'"),
        "duty": ("What is asked for says what it is, not what it is not.", f"'{selector.noun} …' without 'not {word}'"),
    }[place]
    scope.refuse("E023", message, where, expected)
    if last and place == "ban" and not scope.signed:
        wording = Edit(span.source.span(where.start, where.start + len("not")), "unless", f"Write 'unless {rest}'")
        scope.faults[-1] = replace(scope.faults[-1], edits=(wording,))


def refuse_not(part: model.Filter, span: Span, scope: Scope) -> None:
    """`not at home or cafe`: neither, or not at home but at the cafe? And whom `each` or `the same` means, `not` cannot say."""
    word = _word(part)
    place = place_of(f"not {word}", span)
    nobody = f"means nobody in particular after 'not {word}'."
    names: tuple[str, ...] = ()
    match part:
        case model.ByFilter(model.WhoWord() as who) | model.ToFilter(model.WhoWord() as who):
            scope.refuse("E023", f"'{who}' {nobody}", place, f"a name, such as 'not {word} Ana'")
        case model.WithFilter(model.PersonWord.EACH_PERSON | model.PersonWord.SAME_PERSON as person):
            scope.refuse("E023", f"'{person}' {nobody}", place, "a name, 'not with anyone' or 'not with someone new'")
        case model.ByFilter(model.Parties(names)) | model.ToFilter(model.Parties(names)):
            pass
        case model.WithFilter(model.People(names) | model.TaggedPeople(names)) | model.AtFilter(names) | model.TaggedFilter(names):
            pass
        case model.DayFilter() if _LISTED_DAYS.match(span.source.text[place.end : span.end]):
            message = "A list after 'not on' can be read in two ways: on none of these days, or 'not' for the first one alone."
            scope.refuse("E023", message, place, "days with a name, such as 'not on weekends'")
        case _:
            pass
    if len(names) > 1:
        message = f"A list after 'not {word}' can be read in two ways: none of them, or 'not' for the first one alone."
        tagged = "with anyone tagged" if isinstance(part, model.WithFilter) and isinstance(part.person, model.TaggedPeople) else word
        scope.refuse("E023", message, place, f"'{' '.join(f'not {tagged} {name}' for name in names)}' (none of them)")


def refuse_without(name: str, span: Span, scope: Scope) -> bool:
    """Refuse `without consent`, where it is an event, and `without kim`; whether that was so."""
    place = place_of(f"without {name}", span)
    if scope.event_of(name) is not None or scope.term_of(name) is not None:
        expected = (
            f"'unless {name} by … within the last 7 days' (it came before), 'before each …, {name} …' (one for each), or "
            f"'after each …, {name} … within 24 hours' (it comes after)"
        )
        scope.fault("E020", f"'without {name}' can be read in several ways.", place, expected)
    elif name in scope.people or name in scope.parties:
        message = f"'without' asks for a field of an event, and '{name}' is a person."
        scope.fault("E023", message, place, f"'unless with {name}' or 'not with {name}'")
    else:
        return False
    return True
