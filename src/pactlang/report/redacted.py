"""An agreement and its log without the words that people chose themselves: what `pact report --redact` is made from.

The model is rewritten before anything is judged, so no sentence of the report can know more. Kept are the parties' names, dates, numbers,
the words of the language, and the events and fields of the vocabularies that come with it. A stand-in takes the place of every other
text, the same one wherever the same name is meant, so that all is judged as before. A field of the model that is not listed is hidden.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from pactlang.highlight.keywords import keywords
from pactlang.language.tokens import words_of
from pactlang.language.tree import EventHeading, FieldLine, TermHeading
from pactlang.model.agreement import OTHERWISE, Agreement, MatrixRow, PlainPromise, Selector, Sentence
from pactlang.model.vocabulary import BREACH, LOG_WORDS, EventType
from pactlang.resolve.scope import PAUSED
from pactlang.resolve.vocabularies import vocabulary, vocabulary_names
from pactlang.source import SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.log.entry import Entry

T = TypeVar("T")


class Role(StrEnum):
    """What a text of the model is; the value is the beginning of its stand-in."""

    KEPT = "kept"  # no word of anybody's: a zone, a digest
    GONE = "gone"  # words for people: left out
    WHO = "someone"
    PLACE = "somewhere"
    EVENT = "event"
    FIELD = "field"
    VALUE = "value"
    UNIT = "unit"
    TAG = "tag"
    STATE = "state"
    CLAUSE = "clause"
    MATRIX = "matrix"
    AIM = "aim"
    ENTRY = "entry"
    FILE = "text"
    WORD = "word"  # whatever is not listed


ROLES = {
    "Agreement.title": Role.GONE,
    "Agreement.parties": Role.WHO,
    "Agreement.file": Role.FILE,
    "Agreement.digest": Role.KEPT,
    "Agreement.was": Role.WHO,
    "Agreement.zone": Role.KEPT,
    "Agreement.currency": Role.UNIT,
    "Agreement.examples": Role.GONE,
    "Aim.name": Role.AIM,
    "Aim.title": Role.GONE,
    "Aim.reasons": Role.GONE,
    "Alternative.event": Role.EVENT,
    "AtFilter.places": Role.PLACE,
    "BreachTrigger.of": Role.CLAUSE,
    "BreachTrigger.others": Role.CLAUSE,
    "Clause.name": Role.CLAUSE,
    "Clause.title": Role.GONE,
    "Clause.reasons": Role.GONE,
    "Days.unit": Role.KEPT,
    "Entry.type": Role.EVENT,
    "Entry.by": Role.WHO,
    "Entry.to": Role.WHO,
    "Entry.with_": Role.WHO,
    "Entry.place": Role.PLACE,
    "Entry.about": Role.ENTRY,
    "Entry.id": Role.ENTRY,
    "Entry.tags": Role.TAG,
    "Entry.covering": Role.FIELD,
    "Entry.fields": Role.FIELD,
    "Entry.target": Role.CLAUSE,
    "Entry.note": Role.GONE,
    "Entry.noted_by": Role.WHO,
    "Entry.instead_of": Role.WHO,
    "Entry.file": Role.FILE,
    "EventType.name": Role.EVENT,
    "EventType.about": Role.EVENT,
    "EventType.unit": Role.UNIT,
    "EventType.fields": Role.FIELD,
    "FieldFilter.field": Role.FIELD,
    "FieldFilter.value": Role.VALUE,
    "FirstTurn.party": Role.WHO,
    "Matrix.name": Role.MATRIX,
    "Matrix.title": Role.GONE,
    "Matrix.event": Role.EVENT,
    "Matrix.parties": Role.WHO,
    "Matrix.reasons": Role.GONE,
    "MatrixRow.activity": Role.TAG,
    "Measure.currency": Role.UNIT,
    "Modifiers.covering": Role.FIELD,
    "Modifiers.optionally": Role.FIELD,
    "Private.items": Role.FIELD,
    "Parties.names": Role.WHO,
    "Parties.tags": Role.TAG,
    "People.names": Role.WHO,
    "Person.name": Role.WHO,
    "Person.title": Role.GONE,
    "Person.tags": Role.TAG,
    "PlainPromise.words": Role.GONE,
    "Response.currency": Role.UNIT,
    "Schedule.turns": Role.WHO,
    "Selector.noun": Role.EVENT,
    "Selector.plural": Role.EVENT,
    "Sentence.clause": Role.CLAUSE,
    "Sentence.label": Role.CLAUSE,
    "Signature.party": Role.WHO,
    "Signature.after": Role.KEPT,
    "Signature.digest": Role.KEPT,
    "State.name": Role.STATE,
    "TaggedFilter.tags": Role.TAG,
    "TaggedPeople.tags": Role.TAG,
    "UnlessState.state": Role.STATE,
    "Vocabulary.events": Role.EVENT,
    "WhileFilter.state": Role.STATE,
}

PROMISE = "a promise in plain words"
LEFT_OUT = "…"
_FOLDED = frozenset({Role.PLACE, Role.VALUE, Role.TAG})  # compared without regard to case
_CURRENCY = re.compile("[A-Z]{3}")
_NUMBERED = re.compile(rf"\b({Role.WHO}|{Role.PLACE})-\d+")
_ID = re.compile(rf" {Role.ENTRY}-\d+")
_DATED = re.compile(r"@(\d{4}-\d\d-\d\d)")
_PLAIN_SHAPES = frozenset({"A_DATE", "A_TIME", "A_NUMBER", "_COMMA"})


def redacted(agreements: Sequence[Agreement], entries: Sequence[Entry]) -> tuple[list[Agreement], list[Entry]]:
    """The same versions and log with stand-ins for every word that people chose themselves."""
    redactor = Redactor(agreements)
    return [redactor.of(one) for one in agreements], [redactor.of(one) for one in entries]


def unnumbered(value: object) -> Any:
    """A report in which people and places are not told apart (`someone-2` becomes `someone`), and entries and findings have no ids."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return _DATED.sub(r", \1", _ID.sub("", _NUMBERED.sub(r"\1", value)))
    if isinstance(value, tuple):
        return tuple(map(unnumbered, value))
    if isinstance(value, Struct):
        return replace(value, **{name: unnumbered(getattr(value, name)) for name in value.__struct_fields__})
    return value


class Redactor:
    """Gives stand-ins. Clauses are numbered in the order of the newest text."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        before = {old for one in agreements for old, _ in one.was}  # a name that somebody has laid down stays private
        self._parties = {party for one in agreements for party in one.parties} - before
        self._nouns, self._fields = _shipped()
        self._nouns |= {*LOG_WORDS, BREACH}
        self._common = self._nouns | self._fields | _language() | self._parties
        self._names: dict[tuple[Role, str], str] = {}
        self._counts: dict[Role, int] = {}
        self._clauses: dict[str, str] = {}  # clauses, matrices and aims share their names with findings
        self._blank: dict[int, tuple[SourceFile, SourceFile]] = {}
        self._seen: dict[str, str] = {}  # what the sentence at hand is made of
        for agreement in reversed(agreements):
            for role, parts in ((Role.CLAUSE, agreement.clauses), (Role.MATRIX, agreement.matrices), (Role.AIM, agreement.aims)):
                for part in cast("Iterable[Any]", parts):
                    self._clause(part.name, role)

    def of(self, value: T) -> T:
        """A part of the model with stand-ins."""
        return cast("T", self._walk(value, Role.WORD))

    def _walk(self, value: object, role: Role) -> object:
        match value:
            case None | Enum() | int() | float() | Decimal():
                return value
            case str():
                return self._name(value, role)
            case tuple():
                return () if role is Role.GONE else tuple(self._walk(one, role) for one in value)
            case frozenset():
                return frozenset(self._walk(one, role) for one in value)
            case Mapping():
                values = {key: Role.UNIT if key == "unit" else Role.VALUE for key in value}
                return {self._name(key, role): self._walk(one, values[key]) for key, one in value.items()} if value else value
            case Span():
                return Span(self._source(value.source), value.start, value.end)
            case Sentence():
                return self._sentence(value)
            case Struct():
                return self._struct(value)
            case _:
                raise TypeError(type(value))

    def _struct(self, value: Struct) -> Struct:
        kind = type(value).__name__
        found = {name: self._walk(getattr(value, name), ROLES.get(f"{kind}.{name}", Role.WORD)) for name in value.__struct_fields__}
        if isinstance(value, Selector | EventType):
            noun = str(found["noun" if isinstance(value, Selector) else "name"])
            found["plural"] = value.plural if value.plural.casefold() in self._nouns else noun
            self._seen[value.plural.casefold()] = str(found["plural"])
        elif isinstance(value, MatrixRow):
            found["words"] = " ".join([str(found["activity"]), *value.cells])
        elif isinstance(value, PlainPromise):
            found["words"] = PROMISE
        return cast("Struct", cast("Any", type(value))(**found))

    def _sentence(self, sentence: Sentence) -> Sentence:
        outside, self._seen = self._seen, {}
        found = cast("Sentence", self._struct(sentence))
        words = self._words(sentence.words)
        self._seen = outside
        return replace(found, words=words, not_applied="it asks for something that no sentence may ask for" if sentence.not_applied else "")

    def _words(self, words: str) -> str:
        """A sentence as written, with the stand-ins of its names; what is no word of the language and no name of the sentence goes."""
        told = ""
        for word in words_of(SourceFile("", words).span(0, len(words))):
            if word.shape == "_COMMA":
                told += ","
                continue
            folded = unicodedata.normalize("NFC", word.text).casefold()
            if folded in self._seen:
                shown = self._seen[folded]
            elif word.shape in _PLAIN_SHAPES or word.text in self._common:
                shown = word.text
            else:
                shown = LEFT_OUT
            told += f" {shown}" if told else shown
        return told

    def _name(self, name: str, role: Role) -> str:
        shown = self._stand_in(name, role)
        self._seen[unicodedata.normalize("NFC", name).casefold()] = shown
        return shown

    def _stand_in(self, name: str, role: Role) -> str:
        if role is Role.KEPT or not name:
            return name
        if role is Role.GONE:
            return ""
        if role in (Role.CLAUSE, Role.MATRIX, Role.AIM) or (role is Role.ENTRY and "@" in name):
            return self._label(name, role)
        known = {
            Role.WHO: name in self._parties,
            Role.EVENT: name in self._nouns,
            Role.FIELD: name in self._fields,
            Role.STATE: name == PAUSED,
            Role.UNIT: _CURRENCY.fullmatch(name) is not None,
        }
        return name if known.get(role) else self._numbered(name, role)

    def _numbered(self, name: str, role: Role) -> str:
        key = (role, unicodedata.normalize("NFC", name).casefold() if role in _FOLDED else name)
        if key not in self._names:
            self._counts[role] = self._counts.get(role, 0) + 1
            self._names[key] = f"{role.value}-{self._counts[role]}"
        return self._names[key]

    def _label(self, name: str, role: Role) -> str:
        """The name of a clause, of its second sentence (`tell.2`), of what repairs it (`tell.otherwise`), or of a finding."""
        label, at, rest = name.partition("@")
        end = OTHERWISE if label.endswith(OTHERWISE) else ""
        label = label.removesuffix(OTHERWISE)
        clause, dot, number = label.rpartition(".")
        if dot and number.isdecimal():
            return f"{self._clause(clause, role)}.{number}{end}{at}{self._dated(rest)}"
        return f"{self._clause(label, role)}{end}{at}{self._dated(rest)}"

    def _dated(self, rest: str) -> str:
        return rest if re.fullmatch(r"[\d~-]*", rest) else LEFT_OUT

    def _clause(self, name: str, role: Role) -> str:
        role = Role.CLAUSE if role is Role.ENTRY else role
        if name not in self._clauses:
            self._counts[role] = self._counts.get(role, 0) + 1
            self._clauses[name] = f"{role.value} {self._counts[role]}"
        return self._clauses[name]

    def _source(self, source: SourceFile) -> SourceFile:
        """A source with lines and no words."""
        if id(source) not in self._blank:  # the source is kept beside it, so that no other one gets its id
            blank = SourceFile(self._numbered(source.name, Role.FILE), re.sub(r"[^\n]", " ", source.text))
            self._blank[id(source)] = (source, blank)
        return self._blank[id(source)][1]


def _shipped() -> tuple[set[str], set[str]]:
    """The nouns of the vocabularies that come with the package, and the names of their fields."""
    nouns: set[str] = set()
    fields: set[str] = {"amount", "unit"}
    for name in vocabulary_names():
        document = vocabulary(name)
        assert document is not None  # noqa: S101 - it is one of the names
        for block in document.blocks:
            if isinstance(block.heading, EventHeading | TermHeading):
                nouns.add(str(block.heading.name))
                nouns.add(f"{block.heading.name}s")
            for item in block.items:
                if isinstance(item.body, FieldLine) and item.body.word in ("plural", "fields"):
                    (nouns if item.body.word == "plural" else fields).update(map(str, item.body.values))
    return nouns, fields


def _language() -> set[str]:
    """Every word of the grammar."""
    return {word for words in keywords()["pact"].values() for one in words for word in one.split()}
