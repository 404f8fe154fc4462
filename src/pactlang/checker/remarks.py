"""What a judgement says besides its findings: of drafts, of single entries, and of activities that no table of consent lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.agreed import settled, unsigned_words
from pactlang.checker.finding import Remark
from pactlang.model.parts import named_words
from pactlang.model.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.checker.logged import Logged
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement


def of_entries(contexts: Sequence[Context], log: Logged) -> Iterator[Remark]:
    """What else there is to say of single entries."""
    yield from _unlisted(contexts, log.fitting)
    if any(one.modifiers.untold for context in contexts for one in context.version.agreement.sentences):
        from pactlang.checker.untold import untold  # few agreements have something private

        yield from untold(contexts, log.fitting)


def set_aside(agreements: Sequence[Agreement], log: Logged) -> list[Remark]:
    """A text that not all have signed judges nothing once any was agreed on: nobody should have to guess why."""
    agreed = log.timeline.agreements
    if not agreed.any or len(agreements) == 1:
        return []
    known = {one.agreement.digest for one in (*agreed.standing, *agreed.never)}
    drafts = [one for one in settled(agreements) if one.digest not in known]
    return [Remark(f"{one.file} is a draft: {unsigned_words(one)}, so nothing is judged by it.") for one in drafts]


def _unlisted(contexts: Sequence[Context], events: Callable[[Callable[[Entry], bool]], Iterable[Event]]) -> Iterator[Remark]:
    """Activities without an answer, to talk about: one remark for each tag of an event for which there is a table, if no row has it.

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
