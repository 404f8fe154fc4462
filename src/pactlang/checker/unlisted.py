"""Activities that no table of consent lists: no answer stands there, so they are named as something to talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Remark
from pactlang.model.parts import named_words
from pactlang.model.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement


def unlisted(contexts: Sequence[Context], events: Callable[[Callable[[Entry], bool]], Iterable[Event]]) -> Iterator[Remark]:
    """One remark for each tag of an event for which there is a table, where no tag of the entry is a row of one.

    A tag that some sentence names is spoken of there, and no activity that was forgotten. `events` gives those of the entries that fit.
    """
    known = {context.version.index: _known(context.version.agreement) for context in contexts if context.version.agreement.matrices}
    asked = {matrix.event for context in contexts for matrix in context.version.agreement.matrices}
    found: dict[str, list[Entry]] = {}
    tables: dict[str, tuple[str, ...]] = {}
    for event in events(lambda entry: entry.type in asked and bool(entry.tags)) if asked else ():
        names, words = known.get(event.version, ({}, frozenset()))
        if event.type in names and words.isdisjoint(map(folded, event.entry.tags)):
            for tag in dict.fromkeys(event.entry.tags):
                found.setdefault(folded(tag), []).append(event.entry)
                tables.setdefault(folded(tag), names[event.type])
    for look, entries in found.items():
        tag = next(one for one in entries[0].tags if folded(one) == look)
        again = f" ({len(entries)} entries)" if len(entries) > 1 else ""
        alone = f"`{tag}` is not in the table {' or '.join(tables[look])}: talk about it"
        yield Remark(f"{alone}{again}.", entries[0], tuple(entries), f"{alone}.")


def _known(agreement: Agreement) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The tables for each event, and the tags that the agreement speaks of."""
    names: dict[str, tuple[str, ...]] = {}
    for matrix in agreement.matrices:
        names[matrix.event] = (*names.get(matrix.event, ()), matrix.name)
    return names, frozenset(folded(word) for what, word in named_words(agreement) if what == "tag")
