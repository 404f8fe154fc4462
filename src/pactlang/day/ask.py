"""What to ask, one thing at a time, until there is an entry; what may be answered; and the words of the entry that an answer gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.log.faults import Fault
from pactlang.log.text_tokens import Kind, tokens
from pactlang.log.words import person_word, person_words
from pactlang.log.write import list_item, place_word
from pactlang.model.agreement import ByDateAsked, Response
from pactlang.model.parts import events, limited, occasion, wanted
from pactlang.model.vocabulary import COMPLETE, CONFIRM, DISPUTE, LOG_WORDS, PAUSE, WAIVE
from pactlang.model.words import folded

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement

_SHOWN = 8  # ids that are offered
# Events that are about an earlier one, or said to somebody.
_SAID = frozenset({"disclosure", "notice", "result"})


class Asked(StrEnum):
    """What an answer is."""

    EVENT = "event"
    NAMES = "names"
    PLACE = "place"
    WORD = "word"
    WORDS = "words"
    AMOUNT = "amount"
    WHEN = "when"
    PLAIN = "plain"


class Question(Struct, frozen=True):
    """A question, the word that goes before its answer in the entry, and answers to offer.

    An empty answer means `usual`; where there is none, it leaves the part out.
    """

    words: str
    before: str
    offers: tuple[str, ...] = ()
    needed: bool = False
    kind: Asked = Asked.PLAIN
    usual: str = ""


def first_question(agreement: Agreement) -> Question:
    """What happened? What the sentences mention comes first."""
    forms = [sentence.form for sentence in agreement.sentences]
    mentioned = [name for form in forms for part in (occasion(form), wanted(form), limited(form)) for name in sorted(events(part))]
    every = (*mentioned, *sorted({*agreement.vocabulary.events, *LOG_WORDS} - {COMPLETE}))
    return Question("What happened?", "", tuple(dict.fromkeys(every)), needed=True, kind=Asked.EVENT)


def questions(event: str, agreement: Agreement, entries: Sequence[Entry], me: str = "") -> Iterator[Question]:
    """What else to ask for an event, in the order in which an entry says it; `me` is who answers, if that is known."""
    ids = tuple(dict.fromkeys(entry.id for entry in reversed(entries) if entry.id is not None))[:_SHOWN]
    if event in (CONFIRM, DISPUTE):
        yield Question("Which entry?", "", ids, needed=True, kind=Asked.WORD)
    elif event == WAIVE:
        yield Question("Which finding, or which clause of which entry?", "", (), needed=True)
    yield Question("By whom?", "by", agreement.parties, needed=event in LOG_WORDS, kind=Asked.NAMES, usual=me)
    if event in _SAID:
        yield Question("To whom?", "to", agreement.parties, kind=Asked.NAMES)
    kind = agreement.vocabulary.events.get(event)
    met = kind is not None and kind.with_person and event not in _SAID
    if met:
        yield Question("With whom?", "with", _met(agreement, entries), needed=True, kind=Asked.NAMES)
        yield Question("Where?", "at", _places(entries), kind=Asked.PLACE)
    if event in _SAID and ids:
        yield Question("About which entry?", "about", ids, kind=Asked.WORD)
    items = _items(event, agreement, me)
    if items:
        yield Question("Covering what?", ", covering", items, kind=Asked.WORDS)
    if kind is not None and kind.unit:
        yield Question(f"How much, in {kind.unit}?", ", amount", kind=Asked.AMOUNT)
    if met:
        yield Question("A short name, to refer to it later?", ", as", kind=Asked.WORD)
    if event == PAUSE:
        yield Question("Until which date?", "until")
    elif any(event in events(occasion(form)) for form in _by_date_asked(agreement)):
        yield Question("By which date is it asked for?", "until")
    yield Question("When?", "on", ("now", "today 19:00 to 23:00", "yesterday", "last night"), kind=Asked.WHEN, usual="now")


def _by_date_asked(agreement: Agreement) -> Iterator[Response]:
    """The sentences that go by a date that an entry names."""
    for sentence in agreement.sentences:
        if isinstance(sentence.form, Response) and isinstance(sentence.form.deadline, ByDateAsked):
            yield sentence.form


def with_usual(question: Question, by: str) -> Question:
    """The question to whom something was said, where only one party is left who did not say it; `by` are the words for who did."""
    others = [one for one in question.offers if person_word(one) not in by]
    alone = question.before == "to" and by and len(others) == 1
    return replace(question, offers=tuple(others), usual=others[0]) if alone else question


def part_of(question: Question, said: str) -> str:
    """The words of the entry that an answer gives, with names as they are known and in quotation marks where they need them.

    >>> part_of(Question("By whom?", "by", ("Ana", "Ben"), kind=Asked.NAMES), "ben, ana")
    'by Ben and Ana'
    >>> part_of(Question("Where?", "at", kind=Asked.PLACE), "the old lake")
    'at "the old lake"'
    """
    known = {one.casefold(): one for one in question.offers}
    given = said
    match question.kind:
        case Asked.NAMES:
            given = person_words(known.get(one.casefold(), one) for one in _several(said, known))
        case Asked.WORDS:
            given = ", ".join(list_item(known.get(one.casefold(), one)) for one in _several(said, known))
        case Asked.PLACE:
            given = place_word(known.get(said.casefold(), _bare(said)))
        case Asked.WORD:
            given = list_item(known.get(said.casefold(), _bare(said)))
        case Asked.EVENT | Asked.AMOUNT | Asked.WHEN | Asked.PLAIN:
            pass
    return f"{question.before} {given}".strip()


def _bare(said: str) -> str:
    """Words without the quotation marks around them all."""
    try:
        found = tokens(said)
    except Fault:
        return said
    return found[0].text if len(found) == 1 and found[0].kind is Kind.QUOTED else said


def _several(said: str, known: dict[str, str]) -> list[str]:
    """A list as people type it: with commas, `and`, or blanks between names that are known; what is in quotation marks is one."""
    try:
        found = tokens(said)
    except Fault:
        return [said]
    groups: list[list[str]] = [[]]
    for token in found:
        if token.kind is Kind.COMMA or token.says("and") or token.says("&"):
            groups.append([])
        else:
            groups[-1].append(token.text)
    listed: list[str] = []
    for group in filter(None, groups):
        apart = len(group) > 1 and all(word.casefold() in known for word in group)
        listed += group if apart else [" ".join(group)]
    return listed


def _met(agreement: Agreement, entries: Sequence[Entry]) -> tuple[str, ...]:
    """People to offer: those declared, and those of the log, the last first."""
    seen = (name for entry in reversed(entries) for name in entry.with_)
    return tuple(dict.fromkeys([*(person.name for person in agreement.people), *seen]))


def _places(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.place for entry in reversed(entries) if entry.place is not None))[:_SHOWN]


def _items(event: str, agreement: Agreement, me: str) -> tuple[str, ...]:
    """What an answer of this kind is to cover, but for what the one who answers (or anybody) keeps private."""
    found: dict[str, None] = {}
    for sentence in agreement.sentences:
        form = sentence.form
        if isinstance(form, Response) and any(one.event == event for one in form.duty.selector.alternatives):
            unasked = sentence.modifiers.unasked((me,))
            asked = (*sentence.modifiers.covering, *sentence.modifiers.optionally)
            found |= dict.fromkeys(item for item in asked if folded(item) not in unasked)
    return tuple(found)
