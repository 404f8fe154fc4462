"""Who is who across the texts that people agreed on: `Anna (was Ana)` is one person, whenever and by whatever name an entry speaks of her.

Everything is judged, and told, by the newest name. So what goes on from one text to the next goes on for a person with a new name, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from msgspec.structs import replace

from pactlang.model.agreement import FirstTurn, Parties, People, Schedule
from pactlang.model.once import once_each
from pactlang.source import SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement

Names = Mapping[str, str]  # what people were called, each with the newest name


def newest_names(texts: Sequence[Agreement]) -> list[dict[str, str]]:
    """For each of some texts, in the order in which they are in force, who is called otherwise by now; nothing where nobody is.

    The name that somebody gives up is theirs in the texts before and, where nobody else has it there, in those after. A new name that
    was somebody else's in an earlier text joins nobody.
    """
    if not any(text.was for text in texts):
        return [{} for _ in texts]
    found: list[dict[str, str]] = []
    for text in texts:
        outside = {person.name for person in text.people}
        known = {party: party for party in text.parties}
        for names in found[-1:]:
            known |= {name: now for name, now in names.items() if name not in known and name not in outside}
        was = {old: now for old, now in text.was if not any(_are_two(old, now, names) for names in found)}
        known |= {old: now for old, now in was.items() if old not in outside}
        found = [{name: was.get(now, now) for name, now in names.items()} for names in (*found, known)]
    return [{name: now for name, now in names.items() if now != name} for names in found]


def _are_two(old: str, now: str, names: Names) -> bool:
    """Whether two names were two people's in a text: a name that is taken cannot be somebody's new one."""
    return old in names.values() and now in names and names[now] != old


@once_each
def called(agreement: Agreement) -> Callable[[tuple[tuple[str, str], ...]], Agreement]:
    """A text with people called by other names; its words, its places and its digest stay as they are.

    Given are pairs of an old name and a new one; it says what people were called, so it can be judged as the text itself. Searches ask for
    the same text again and again.
    """
    known: dict[tuple[tuple[str, str], ...], Agreement] = {}

    def by(pairs: tuple[tuple[str, str], ...]) -> Agreement:
        if pairs not in known:
            known[pairs] = _called(agreement, dict(pairs))
        return known[pairs]

    return by


def called_as_in(text: Agreement, other: Agreement) -> Agreement:
    """Another text with people called as in this one, wherever one of the two says who was called otherwise."""
    names = dict(text.was) | {now: old for old, now in other.was if old in text.parties and now not in text.parties}
    mine = {name: now for name, now in names.items() if name in other.parties and now not in other.parties}
    return called(other)(tuple(mine.items()))


def _called(agreement: Agreement, names: Names) -> Agreement:
    if not names:
        return agreement
    before = {old: names.get(now, now) for old, now in agreement.was} | dict(names)
    return replace(
        agreement,
        parties=_named(agreement.parties, names),
        signatures=tuple(replace(one, party=names.get(one.party, one.party)) for one in agreement.signatures),
        states=_within(agreement.states, names),
        clauses=_within(agreement.clauses, names),
        matrices=tuple(replace(one, parties=_named(one.parties, names)) for one in agreement.matrices),
        aims=_within(agreement.aims, names),
        was=tuple((old, now) for old, now in before.items() if old != now),
    )


def entry_called(entry: Entry, names: Names) -> Entry:
    """An entry with people called by other names; itself where it speaks of none of them."""
    lists = (entry.by, entry.to, entry.with_, entry.noted_by, entry.instead_of)
    if not any(name in names for some in lists for name in some):
        return entry
    by, to, with_, noted_by, instead_of = (_named(some, names) for some in lists)
    return replace(entry, by=by, to=to, with_=with_, noted_by=noted_by, instead_of=instead_of)


def _named(some: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(name, name) for name in some))


def _within(value: Any, names: Names) -> Any:
    """A part of a text with the names in it put right; the same object where none of them is there."""
    match value:
        case tuple():
            parts = tuple(_within(one, names) for one in value)
            return value if all(was is now for was, now in zip(value, parts, strict=True)) else parts
        case SourceFile() | Span():
            return value
        case Struct():
            holding = _HOLDING.get(type(value), ())
            changed = {}
            for name in value.__struct_fields__:
                was = getattr(value, name)
                now = _put_right(was, names) if name in holding else _within(was, names)
                if now is not was:
                    changed[name] = now
            return replace(value, **changed) if changed else value
        case _:
            return cast("object", value)


def _put_right(said: str | tuple[str, ...], names: Names) -> str | tuple[str, ...]:
    if isinstance(said, str):
        return names.get(said, said)
    return said if names.keys().isdisjoint(said) else _named(said, names)


# The fields of sentences that hold names of people.
_HOLDING: Mapping[type, tuple[str, ...]] = {FirstTurn: ("party",), Parties: ("names",), People: ("names",), Schedule: ("turns",)}
