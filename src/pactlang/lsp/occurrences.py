"""Where every name stands, in agreements and in logs, and what it names: for going there, finding its uses, and renaming it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.language import tree
from pactlang.language.scanner import OPENING, normalised
from pactlang.log.text_line import read_line
from pactlang.log.text_tokens import tokens
from pactlang.log.words import person
from pactlang.model import agreement as model
from pactlang.model.named import NamedDays, NamedHours
from pactlang.model.vocabulary import REVIEW

if TYPE_CHECKING:
    from pactlang.model.vocabulary import Vocabulary
    from pactlang.source import SourceFile, Span


class Role(StrEnum):
    """What a name names."""

    NOUN = "event"  # an event or a term
    WHO = "person"  # a party or somebody outside
    CLAUSE = "clause"  # or a matrix
    STATE = "state"
    DAYS = "days"  # a set of dates, or hours with a name
    TAG = "tag"
    PLACE = "place"
    ITEM = "item"  # a field of an event, or something that an answer covers
    VALUE = "value"
    ENTRY = "entry"  # `as e1`
    VOCABULARY = "vocabulary"
    FILE = "file"
    UNIT = "unit"
    ZONE = "zone"
    TITLE = "title"


class Occurrence(Struct, frozen=True):
    """A name at a place. `declares` says that it is said here what it is."""

    role: Role
    name: str
    span: Span
    declares: bool = False


_FIELDS: dict[tuple[type, str], tuple[Role, bool]] = {
    (model.Parties, "names"): (Role.WHO, False),
    (model.Parties, "tags"): (Role.TAG, False),
    (model.People, "names"): (Role.WHO, False),
    (model.TaggedPeople, "tags"): (Role.TAG, False),
    (model.AtFilter, "places"): (Role.PLACE, False),
    (model.TaggedFilter, "tags"): (Role.TAG, False),
    (model.FieldFilter, "field"): (Role.ITEM, False),
    (model.FieldFilter, "value"): (Role.VALUE, False),
    (model.WhileFilter, "state"): (Role.STATE, False),
    (NamedDays, "name"): (Role.DAYS, False),
    (tree.DaysHeading, "name"): (Role.DAYS, True),
    (NamedHours, "name"): (Role.DAYS, False),
    (tree.HoursHeading, "name"): (Role.DAYS, True),
    (model.UnlessState, "state"): (Role.STATE, False),
    (model.FirstTurn, "party"): (Role.WHO, False),
    (model.Alternative, "event"): (Role.NOUN, False),
    (model.BreachTrigger, "of"): (Role.CLAUSE, False),
    (model.BreachTrigger, "others"): (Role.CLAUSE, False),
    (model.Measure, "currency"): (Role.UNIT, False),
    (tree.PactHeading, "title"): (Role.TITLE, False),
    (tree.UseHeading, "name"): (Role.VOCABULARY, False),
    (tree.IncludeHeading, "path"): (Role.FILE, False),
    (tree.EventHeading, "name"): (Role.NOUN, True),
    (tree.TermHeading, "name"): (Role.NOUN, True),
    (tree.PersonHeading, "name"): (Role.WHO, True),
    (tree.PersonHeading, "title"): (Role.TITLE, False),
    (tree.PersonHeading, "tags"): (Role.TAG, True),
    (tree.StateHeading, "name"): (Role.STATE, True),
    (tree.MatrixHeading, "name"): (Role.CLAUSE, True),
    (tree.MatrixHeading, "event"): (Role.NOUN, False),
    (tree.MatrixHeading, "title"): (Role.TITLE, False),
    (tree.ClauseHeading, "name"): (Role.CLAUSE, True),
    (tree.ClauseHeading, "title"): (Role.TITLE, False),
    (tree.AimHeading, "name"): (Role.CLAUSE, True),
    (tree.AimHeading, "title"): (Role.TITLE, False),
    (tree.ExampleHeading, "title"): (Role.TITLE, False),
    (tree.ExpectLine, "broken"): (Role.CLAUSE, False),
}
_LINES: dict[str, tuple[Role, bool]] = {
    "between": (Role.WHO, True),
    "signed by": (Role.WHO, False),
    "plural": (Role.NOUN, True),
    "about": (Role.NOUN, False),
    "amount in": (Role.UNIT, True),
    "currency": (Role.UNIT, True),
    "fields": (Role.ITEM, True),
    "time zone": (Role.ZONE, False),
    "covering": (Role.ITEM, False),
    "optionally": (Role.ITEM, False),
    "never covering": (Role.ITEM, False),
}
_KEYS = {
    "type": Role.NOUN,
    "by": Role.WHO,
    "to": Role.WHO,
    "with": Role.WHO,
    "noted_by": Role.WHO,
    "instead_of": Role.WHO,
    "place": Role.PLACE,
    "tags": Role.TAG,
    "covering": Role.ITEM,
    "about": Role.ENTRY,
    "id": Role.ENTRY,
    "target": Role.CLAUSE,
}


def in_document(document: tree.Document) -> list[Occurrence]:
    """Every name of an agreement's file, in order.

    >>> from pactlang.source import SourceFile
    >>> from pactlang.language.parse import parse
    >>> found = in_document(parse(SourceFile("us.pact", "cap late\\n    at most 4 encounters per month by Ana\\n")).document)
    >>> [(one.role.value, one.name, one.declares) for one in found]
    [('clause', 'late', True), ('event', 'encounters', False), ('person', 'Ana', False)]
    """
    found: list[Occurrence] = []
    for block in document.blocks:
        if block.heading is not None and not block.bare:  # the name of a sentence without a heading is written nowhere
            found += _walk(block.heading, None)
        head = True
        for item in block.items:
            match item.body:
                case tree.TableLine(cells):
                    found += _row(cells, head=head)
                    head = False
                case tree.FieldLine(word, values) if word in _LINES:
                    found += _walk(values, _LINES[word])
                case tree.ModifierLine(word, value) if word in _LINES:
                    found += _walk(value, _LINES[word])
                case tree.EntryLine(note):
                    found += [] if note else _in_entry(document.source, item.line)
                case body:
                    found += _walk(body, None)
    found.sort(key=lambda one: (one.span.start, one.span.end))
    return found


def _walk(value: object, role: tuple[Role, bool] | None) -> Iterator[Occurrence]:
    if isinstance(value, tree.Name):
        if role is not None and hasattr(value, "span"):
            said = clause_part(value) if role[0] is Role.CLAUSE else str(value)
            span = value.span if said == value else value.span.part(0, len(said))
            yield Occurrence(role[0], said, span, role[1])
    elif isinstance(value, tuple):
        for one in value:
            yield from _walk(one, role)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), _FIELDS.get((type(value), name)))


def _row(cells: tuple[tree.Name, ...], *, head: bool) -> Iterator[Occurrence]:
    for place, cell in enumerate(cells):
        if head and place:
            yield Occurrence(Role.WHO, str(cell), cell.span)
        elif not head and not place:
            yield Occurrence(Role.TAG, str(cell), cell.span)


def in_log_line(source: SourceFile, number: int, text: str) -> list[Occurrence]:
    """Every name of one line of a log (from 1), in order."""
    return _parts_of(source, source.line_start(number), text)


def _in_entry(source: SourceFile, line: tree.Line) -> list[Occurrence]:
    return _parts_of(source, line.span.start, line.span.text)


def _parts_of(source: SourceFile, start: int, text: str) -> list[Occurrence]:
    read = read_line(text)
    found: list[Occurrence] = []
    talk = any(key == "type" and text[first:after] == REVIEW for (key, _), (first, after) in read.places.items())
    for (key, _), (first, after) in read.places.items():
        said = text[first:after]
        role = _KEYS.get(key)
        if role is None:
            kind, _, name = key.partition(" ")
            role = Role.ITEM if kind == "field" else Role.VALUE if kind == "value" and name != "unit" else None
        if role is None or (" " in said and role is not Role.WHO):
            continue
        if role is Role.WHO and said[0] in OPENING:
            said = person(tokens(said)[0].text)
        if role is Role.ENTRY and ("@" in said or (key == "about" and talk and not said[-1].isdigit())):
            role = Role.CLAUSE  # a review may be about a clause; what ends in a number is rather the name of an entry
        if role is Role.CLAUSE:
            after = first + len(clause_part(said))
            said = text[first:after]
        found.append(Occurrence(role, normalised(said), source.span(start + first, start + after), key == "id"))
    found.sort(key=lambda one: one.span.start)
    return found


def clause_part(said: str) -> str:
    """The clause that the name of a finding or of a sentence starts with.

    >>> clause_part("testing.2@2026-09-27~2"), clause_part("tell@2026-09-01"), clause_part("tell")
    ('testing', 'tell', 'tell')
    """
    label = said.partition("@")[0]
    name, _, number = label.rpartition(".")
    return name if name and number.isdigit() else label


def key_of(one: Occurrence, vocabulary: Vocabulary, terms: frozenset[str], days: frozenset[str] = frozenset()) -> tuple[Role, str]:
    """What two occurrences share that name the same: of a plural, the event or term that it is the plural of; of one day, its set."""
    name = one.name
    if one.role is Role.NOUN and name not in vocabulary.events and name not in terms:
        for event in vocabulary.events.values():
            if event.plural == name:
                return one.role, event.name
        if name.endswith("s") and name[:-1] in terms:
            name = name[:-1]
    if one.role is Role.DAYS and not one.declares and name not in days and f"{name}s" in days:
        name = f"{name}s"
    return one.role, name
