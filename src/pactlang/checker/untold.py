"""What somebody keeps private, where an entry names it: it is judged by nothing, and reports leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Remark
from pactlang.model.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Private


def private_of(agreement: Agreement) -> tuple[Private, ...]:
    """What is private in an agreement."""
    return next((one.modifiers.untold for one in agreement.sentences if one.modifiers.untold), ())


def named_privately(entry: Entry, private: Sequence[Private]) -> Iterator[tuple[str, str]]:
    """What an entry names that who made it keep private (or, if it does not say who, that anybody does), with who; nobody's is empty."""
    said = {folded(item): item for item in (*entry.fields, *entry.covering)}
    for one in private:
        who = () if one.who is None else one.who.names
        whose = next((name for name in who if name in entry.by), who[0] if who and not entry.by else "")
        if not who or whose:
            yield from ((said[folded(item)], whose) for item in one.items if folded(item) in said)


def without_private(entry: Entry, private: Sequence[Private]) -> Entry:
    """The entry without what is private."""
    gone = {item for item, _ in named_privately(entry, private)}
    if not gone:
        return entry
    fields = {name: value for name, value in entry.fields.items() if name not in gone}
    return replace(entry, covering=tuple(item for item in entry.covering if item not in gone), fields=fields)


def untold(contexts: Sequence[Context], events: Callable[[Callable[[Entry], bool]], Iterable[Event]]) -> Iterator[Remark]:
    """One remark for each item that entries name though it is private. `events` gives those of the entries that fit."""
    private = {context.version.index: private_of(context.version.agreement) for context in contexts}
    every = tuple(dict.fromkeys(kept for found in private.values() for kept in found))
    if not every:
        return
    found: dict[tuple[str, str], list[Entry]] = {}
    for event in events(lambda entry: bool(entry.covering or entry.fields)):
        for item, whose in named_privately(event.entry, private.get(event.version, ())):
            found.setdefault((folded(item), whose), []).append(event.entry)
    for (look, whose), entries in found.items():
        item = next(one for one in (*entries[0].fields, *entries[0].covering) if folded(one) == look)
        again = f" ({len(entries)} entries)" if len(entries) > 1 else ""
        why = f"{whose} keeps `{item}` private" if whose else f"`{item}` is never told"
        alone = f"{why}, and this entry names it: reports leave it out"
        yield Remark(f"{alone}{again}.", entries[0], tuple(entries), f"{alone}.")
