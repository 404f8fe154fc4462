"""The tree of a pact file: every line is in it, in order, with its place; nothing is resolved yet.

A sentence is held in the types of `pactlang.model.agreement`, with names where the model has resolved ones: each name is a `Name`,
a string that knows where it was written. A selector of the tree has one alternative for each noun as written, plural or term.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from pactlang.model.agreement import AimKind, Alternative, ClauseKind, Condition, Filter, Form, Response, Selector
from pactlang.model.calendar import Duration
from pactlang.model.named import DayLine, HoursOn
from pactlang.source import SourceFile, Span


class Name(str):
    """A word of the text that knows its place. Compares and hashes as the string it is."""

    __slots__ = ("span",)
    span: Span

    @classmethod
    def at(cls, text: str, span: Span) -> Name:
        """A name at its place."""
        name = cls(text)
        name.span = span
        return name


class LineKind(Enum):
    """What a line is."""

    BLANK = "blank"
    COMMENT = "comment"
    CODE = "code"
    REASON = "reason"  # `> why`
    PROMISE = "promise"  # a quoted line


class Line(Struct, frozen=True):
    """One line: `span` is what it says, without its indent, its comment and its line break; `comment` starts with `#`."""

    number: int
    kind: LineKind
    indent: int
    span: Span
    comment: Span | None = None


# --- headings and what stands under them ------------------------------------------------------------------------


class PactHeading(Struct, frozen=True):
    """`pact "TITLE"`."""

    title: str = ""


class UseHeading(Struct, frozen=True):
    """`use NAME`."""

    name: Name


class IncludeHeading(Struct, frozen=True):
    """`include "house.pact"`."""

    path: Name


class EventHeading(Struct, frozen=True):
    """`event NAME`."""

    name: Name


class TermHeading(Struct, frozen=True):
    """`term NAME means EVENT FILTER…`."""

    name: Name
    meaning: Selector


class PersonHeading(Struct, frozen=True):
    """`person NAME ["…"] [tagged …] [known since DATE]`."""

    name: Name
    title: str = ""
    tags: tuple[Name, ...] = ()
    known_since: int | None = None


class StateHeading(Struct, frozen=True):
    """`state NAME`, `state NAME for each party`."""

    name: Name
    each: bool = False


class DaysHeading(Struct, frozen=True):
    """`days NAME`."""

    name: Name


class HoursHeading(Struct, frozen=True):
    """`hours NAME`."""

    name: Name


class MatrixHeading(Struct, frozen=True):
    """`matrix NAME for EVENT`."""

    name: Name
    event: Name
    title: str = ""


class ClauseHeading(Struct, frozen=True):
    """`KIND [NAME] ["TITLE"]`."""

    kind: ClauseKind
    name: Name | None = None
    title: str = ""


class AimHeading(Struct, frozen=True):
    """`hope NAME ["TITLE"]` or `guarantee NAME ["TITLE"]`."""

    kind: AimKind
    name: Name
    title: str = ""


class ExampleHeading(Struct, frozen=True):
    """`example "TITLE"`."""

    title: Name


Heading = (
    PactHeading
    | UseHeading
    | IncludeHeading
    | EventHeading
    | TermHeading
    | PersonHeading
    | StateHeading
    | DaysHeading
    | HoursHeading
    | MatrixHeading
    | ClauseHeading
    | AimHeading
    | ExampleHeading
)


class SentenceLine(Struct, frozen=True):
    """A sentence, unresolved. `read_as` is what a line in other words was read as; empty where it is written as the language writes it."""

    form: Form
    read_as: str = ""


class ModifierLine(Struct, frozen=True):
    """A modifier: its `word` and what it holds (items, a number, a duration, a condition, an answer that is owed, or nothing)."""

    word: str
    value: tuple[Name, ...] | Decimal | Duration | Condition | Response | int | None = None


class FieldLine(Struct, frozen=True):
    """A line under `pact`, `event`, `state` or `matrix`: its word (`between`, `plural`, …) and its values."""

    word: str
    values: tuple[object, ...] = ()


class DaysLine(Struct, frozen=True):
    """A line under `days`: which dates it adds to the set or, with `excepted`, takes away; other sets by name."""

    dates: DayLine
    excepted: bool = False


class HoursLine(Struct, frozen=True):
    """A line under `hours`: the window that it adds; sets of dates by name."""

    window: HoursOn


class TableLine(Struct, frozen=True):
    """A line of a matrix, split into its words."""

    cells: tuple[Name, ...]


class EntryLine(Struct, frozen=True):
    """A line of an example that stands in a log: an entry or, with `note`, words under one. The log's own reader reads it."""

    note: bool = False


class ExpectLine(Struct, frozen=True):
    """`expect kept` or `expect broken CLAUSE, …` [`as of DATE TIME`]: what is broken (nothing for `kept`), and when (date, second)."""

    broken: tuple[Name, ...] = ()
    moment: tuple[int, int | None] | None = None


Body = SentenceLine | ModifierLine | FieldLine | DaysLine | HoursLine | TableLine | EntryLine | ExpectLine


class Item(Struct, frozen=True):
    """A line under a heading with what it was read as; None where it could not be read, or is a reason or a promise."""

    line: Line
    body: Body | None = None


class Block(Struct, frozen=True):
    """A heading (None where it could not be read) with the lines under it.

    A sentence in the first column is a clause of its own: its line is both the block's and that of the first item.
    """

    line: Line
    heading: Heading | None
    items: tuple[Item, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether this is a sentence without a heading of its own."""
        return bool(self.items) and self.items[0].line is self.line


class Document(Struct, frozen=True):
    """A whole file: all its lines in order, and the blocks that they make."""

    source: SourceFile
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()

    def whole(self, line: Line) -> Span:
        """A line with all that stands on it: indent, words, comment, line break."""
        return self.source.line_span(line.number)

    def rebuilt(self) -> str:
        """The text of the file, put together from its lines: nothing stands between them that a formatter could lose."""
        return "".join(self.whole(line).text for line in self.lines)


def selector(nouns: tuple[Name, ...], filters: tuple[Filter, ...]) -> Selector:
    """An unresolved selector: its nouns as written, one alternative for each, not looked up yet."""
    return Selector(nouns[0], "", tuple(Alternative(noun) for noun in nouns), filters)
