"""What to ask, one thing at a time, until there is an entry; and what may be answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.agreement import Response
from pactlang.model.vocabulary import COMPLETE, CONFIRM, DISPUTE, LOG_WORDS, WAIVE

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement

_SHOWN = 8  # ids that are offered
# Events that are about an earlier one, or said to somebody.
_SAID = frozenset({"disclosure", "notice", "result"})


class Question(Struct, frozen=True):
    """A question, the word that goes before its answer in the entry, and answers to offer. An empty answer leaves the part out."""

    words: str
    before: str
    offers: tuple[str, ...] = ()
    needed: bool = False


def first_question(agreement: Agreement) -> Question:
    """What happened?"""
    return Question("What happened?", "", tuple(sorted({*agreement.vocabulary.events, *LOG_WORDS} - {COMPLETE})), needed=True)


def questions(event: str, agreement: Agreement, entries: Sequence[Entry]) -> Iterator[Question]:
    """What else to ask for an event, in the order in which an entry says it."""
    ids = tuple(dict.fromkeys(entry.id for entry in reversed(entries) if entry.id is not None))[:_SHOWN]
    if event in (CONFIRM, DISPUTE, WAIVE):
        yield Question("Which entry, or which finding?", "", ids, needed=True)
    yield Question("By whom?", "by", agreement.parties, needed=event in LOG_WORDS)
    if event in _SAID:
        yield Question("To whom?", "to", agreement.parties)
    kind = agreement.vocabulary.events.get(event)
    met = kind is not None and kind.with_person and event not in _SAID
    if met:
        yield Question("With whom?", "with", tuple(person.name for person in agreement.people), needed=True)
        yield Question("Where?", "at")
    if event in _SAID and ids:
        yield Question("About which entry?", "about", ids)
    items = _items(event, agreement)
    if items:
        yield Question("Covering what?", ", covering", items)
    if met:
        yield Question("A short name, to refer to it later?", ", as")
    yield Question("When?", "on", ("now", "today 19:00 to 23:00", "yesterday"))


def _items(event: str, agreement: Agreement) -> tuple[str, ...]:
    """What an answer of this kind is to cover."""
    found: dict[str, None] = {}
    for sentence in agreement.sentences:
        form = sentence.form
        if isinstance(form, Response) and any(one.event == event for one in form.duty.selector.alternatives):
            found |= dict.fromkeys((*sentence.modifiers.covering, *sentence.modifiers.optionally))
    return tuple(found)
