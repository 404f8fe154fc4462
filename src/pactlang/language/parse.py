"""Text to tree: results and faults together, all faults in one run; a broken line costs that line only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from pactlang.diagnostics import Diagnostic, Edit, Severity
from pactlang.language import tree
from pactlang.language.line import LineReader
from pactlang.language.scanner import CLOSING, OPENING, normalised, scan, unquoted
from pactlang.language.tokens import cells_of, words_of
from pactlang.later import ready
from pactlang.model.words import evened

if TYPE_CHECKING:
    from pactlang.language.tokens import Word
    from pactlang.source import SourceFile, Span

READ_AS = "E013"
_ONE_WORD = frozenset({"timezone", "time-zone", "signed"})  # with which a line about the whole agreement begins, and no other
_FEW = 3  # words: a line of fewer in the first column is a sentence only as it stands
MOST_FAULTS = 10_000  # of a file; nobody needs more of them
_NAMED = ready(r"\b(?:days|hours)[ \t]", re.IGNORECASE)
_SETS = ready(r"^[ \t>]*(?:days|hours)[ \t]+([^\s#\"]+)", re.IGNORECASE | re.MULTILINE)
_INCLUDES = ready(r"^[ \t>]*include[ \t]", re.IGNORECASE | re.MULTILINE)
# Which rule of the grammar reads the lines under a heading; nothing stands under the others.
_START_UNDER: dict[type, str] = {
    tree.PactHeading: "pact_line",
    tree.EventHeading: "event_line",
    tree.StateHeading: "state_line",
    tree.DaysHeading: "days_line",
    tree.HoursHeading: "hours_line",
    tree.MatrixHeading: "matrix_line",
    tree.ClauseHeading: "body_line",
    tree.AimHeading: "body_line",
    tree.ExampleHeading: "expect_line",
}
_WORD_OF = {tree.UseHeading: "use", tree.IncludeHeading: "include", tree.TermHeading: "term", tree.PersonHeading: "person"}


class Parsed(Struct, frozen=True):
    """A tree and what was wrong with its text; there is always a tree."""

    document: tree.Document
    diagnostics: tuple[Diagnostic, ...]


def parse(source: SourceFile, whole: SourceFile | None = None) -> Parsed:
    """Read a whole file, or a part of a `whole` one, whose days and hours it may name.

    >>> from pactlang.source import SourceFile
    >>> parsed = parse(SourceFile("us.pact", "cap evenings\\n    at most 4 encounters per month\\n    atmost 3 dates\\n"))
    >>> [type(item.body).__name__ for item in parsed.document.blocks[0].items]
    ['SentenceLine', 'NoneType']
    >>> [(one.span.text, one.nearest) for one in parsed.diagnostics]
    [('atmost', 'at most')]
    """
    return _Reader(source, sets_of(whole or source)).read()


def sets_of(source: SourceFile) -> frozenset[str] | None:
    """The names that headings of a text give to days and hours; None where they may lie in a file that it includes.

    >>> from pactlang.source import SourceFile
    >>> sets_of(SourceFile("us.pact", "days school-nights\\n    Sunday through Thursday\\n"))
    frozenset({'school-nights'})
    """
    if _INCLUDES.search(source.text):
        return None
    return frozenset(map(normalised, _SETS.findall(source.text))) if _NAMED.search(source.text) else frozenset()


def start_under(heading: tree.Heading | None) -> str:
    """The rule of the grammar that reads the lines under a heading: that of a clause for one that could not be read."""
    return "body_line" if heading is None else _START_UNDER.get(type(heading), "body_line")


def has_signature(document: tree.Document) -> bool:
    """Whether a text has a line that says who signed."""
    return any(
        isinstance(item.body, tree.FieldLine) and item.body.word == "signed by"
        for block in document.blocks
        if isinstance(block.heading, tree.PactHeading)
        for item in block.items
    )


class _Reader:
    """Reads one file, line by line."""

    def __init__(self, source: SourceFile, sets: frozenset[str] | None) -> None:
        self._source = source
        self._lines = LineReader(source, sets)
        self._faults: list[Diagnostic] = []
        self._blocks: list[tree.Block] = []
        # The heading that is being read, what it was read as, and what stands under it.
        self._line: tree.Line | None = None
        self._heading: tree.Heading | None = None
        self._items: list[tree.Item] = []
        self._astray = False  # lines with no heading above them are said once

    def read(self) -> Parsed:
        lines, faults = scan(self._source)
        doubtful = {fault.span.start_position.line for fault in faults if fault.code in ("E003", "E004")}
        del faults[MOST_FAULTS:]
        for line in lines:
            if line.kind in (tree.LineKind.BLANK, tree.LineKind.COMMENT):
                continue
            if len(faults) + len(self._faults) >= MOST_FAULTS:
                self._fault("E001", f"After {MOST_FAULTS:,} faults, the rest of this file was not looked at.", line.span)
                break
            before = len(self._faults)
            if line.indent == 0:
                self._in_first_column(line)
            else:
                self._indented(line)
            if line.number in doubtful:
                del self._faults[before:]  # what cannot be seen comes first; the line may be right once it is gone
        self._open(None, None)
        found = sorted([*faults, *self._faults], key=lambda fault: (fault.span.start, fault.span.end))
        return Parsed(tree.Document(self._source, tuple(lines), tuple(self._blocks)), tuple(found))

    def _open(self, line: tree.Line | None, heading: tree.Heading | None) -> None:
        """Close the block that is being read and open the next."""
        if self._line is not None:
            self._blocks.append(tree.Block(self._line, self._heading, tuple(self._items)))
        self._line, self._heading, self._items = line, heading, []

    def _fault(self, code: str, message: str, span: Span, expected: str = "", edits: tuple[Edit, ...] = ()) -> None:
        self._faults.append(Diagnostic(code, Severity.ERROR, message, span, expected, edits=edits))

    # --- headings ---

    def _in_first_column(self, line: tree.Line) -> None:
        words = words_of(line.span)
        if not words:
            return  # nothing but what cannot be seen, which is a fault of its own
        found, fault = self._lines.read("heading", line.span, words)
        if fault is None:
            self._open(line, cast(tree.Heading, found))
            return
        start = _START_UNDER.get(type(self._heading), "")
        an_entry = isinstance(self._heading, tree.ExampleHeading) and words[0].shape == "A_DATE"
        a_signature = words[0].text.casefold() == "signed"  # reads like something done on a date, and belongs under `pact`
        told = isinstance(self._heading, tree.ClauseHeading) and self._items  # that clause is there already: what follows is another one
        sentence = None if a_signature or an_entry or (start == "body_line" and not told) else self._lines.sentence(line.span, words)
        if sentence is not None and not (sentence.read_as and len(words) < _FEW):  # `caps monthly` is a heading, and not a good one
            self._alone(line, sentence)
            return
        a_name = start == "days_line" and len(words) == 1  # more likely a heading that lacks something than a set of dates in another
        if an_entry or (start and not a_signature and not a_name and self._lines.reads(start, words)):
            place = self._source.span(line.span.start, line.span.start)
            indent = (Edit(place, "    ", "Indent it"),)
            self._fault("E006", "This line belongs under the heading above it.", line.span, "four spaces before it", indent)
            self._items.append(self._item(line, words))
            return
        if isinstance(self._first_heading, tree.PactHeading) and self._of_the_whole(words):
            about_all = "This line is about the whole agreement: it belongs under the heading 'pact'."
            self._fault("E005", about_all, line.span, "it there, with four spaces before it")
            self._open(line, None)
            return
        self._faults.append(fault)
        self._open(line, self._meant_heading(line, words, fault))

    @property
    def _first_heading(self) -> tree.Heading | None:
        return self._blocks[0].heading if self._blocks else self._heading

    def _of_the_whole(self, words: list[Word]) -> bool:
        """Whether a line says what only the heading `pact` says, such as the time zone, or is a slip away from that."""
        if words[0].text.casefold() in _ONE_WORD:
            return True
        return self._lines.reads("pact_line", words)

    def _alone(self, line: tree.Line, sentence: tree.SentenceLine) -> None:
        """A sentence in the first column: a clause of its own."""
        from pactlang.language.rephrase.headings import clause_of

        kind, noun = clause_of(sentence.form)
        taken = {
            str(block.heading.name or block.heading.kind.value)
            for block in (*self._blocks, tree.Block(line, self._heading))
            if isinstance(block.heading, tree.ClauseHeading)
        }
        name = next(one for one in (noun, *(f"{noun}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)
        heading = tree.ClauseHeading(kind, tree.Name.at(name, line.span))
        self._open(line, heading)
        self._items.append(tree.Item(line, sentence))
        self._note(f"{kind.value} {name}", sentence.read_as or " ".join(line.span.text.split()), line.span, heading=True)

    def _note(self, clause: str, sentence: str, span: Span, *, heading: bool = False) -> None:
        """Tell what a line was read as; `pact fmt` writes it so."""
        message = f"Read as a clause of its own: '{clause}', and under it '{sentence}'." if heading else f"Read as: '{sentence}'."
        margin = "\n    " if heading else ""
        edits = (Edit(span, f"{clause if heading else ''}{margin}{sentence}", "Write it so"),)
        self._faults.append(Diagnostic(READ_AS, Severity.NOTE, message, span, edits=edits))

    def _meant_heading(self, line: tree.Line, words: list[Word], fault: Diagnostic) -> tree.Heading | None:
        """What a heading that could not be read was surely meant to be, so that the lines under it are not said to be wrong as well."""
        place = next((number for number, word in enumerate(words) if word.start == fault.span.start), len(words))
        if place == 0 and fault.nearest:
            meant = [replace(words[0], shape="A_NAME", text=fault.nearest), *words[1:]]
        elif 0 < place < len(words) and self._lines.complete("heading", words[:place]):
            meant = words[:place]  # `pact Ana and Ben`: the rest is a title without its quotation marks
        else:
            return None
        return cast("tree.Heading | None", self._lines.read("heading", line.span, meant)[0])

    def _heading_within(self, line: tree.Line, words: list[Word]) -> bool:
        """Whether an indented line is a heading that should stand in the first column; then it is read as one."""
        heading, fault = self._lines.read("heading", line.span, words) if self._lines.reads("heading", words) else (None, None)
        if heading is None or fault is not None:
            return False
        edits = (Edit(self._source.span(line.span.start - line.indent, line.span.start), "", "Remove the indent"),)
        self._fault("E006", "A heading starts in the first column.", line.span, "no spaces before it", edits)
        self._open(line, cast(tree.Heading, heading))
        return True

    # --- what stands under them ---

    def _indented(self, line: tree.Line) -> None:
        words = words_of(line.span) if line.kind is tree.LineKind.CODE else []
        if line.kind is tree.LineKind.CODE and not words:
            return
        if self._line is not None:
            start = _START_UNDER.get(type(self._heading), "")
            table = isinstance(self._heading, tree.MatrixHeading | tree.ExampleHeading) or self._heading is None
            if table or not words or (start and self._lines.reads(start, words)) or not self._heading_within(line, words):
                self._items.append(self._item(line, words))
        elif not words or not self._heading_within(line, words):
            if not self._astray:
                self._fault("E005", "This line is indented, but there is no heading above it.", line.span, "a heading in the first column")
            self._astray = True

    def _item(self, line: tree.Line, words: list[Word]) -> tree.Item:
        heading = self._heading
        if isinstance(heading, tree.ExampleHeading) and self._in_log(line, words):
            return tree.Item(line, tree.EntryLine(note=self._is_deeper(line)))
        if line.kind is tree.LineKind.PROMISE:
            self._check_promise(line)
        if line.kind is not tree.LineKind.CODE:
            return tree.Item(line)
        if heading is None:
            return tree.Item(line, self._guessed(line, words))
        start = _START_UNDER.get(type(heading), "")
        if not start:
            if not any(item.line.kind is tree.LineKind.CODE for item in self._items):
                message = f"Nothing can go under '{_WORD_OF[type(heading)]}'."
                self._fault("E005", message, line.span, "a new heading in the first column above this line")
            return tree.Item(line)
        if start == "matrix_line" and [word.text.casefold() for word in words[:2]] != ["ask", "means"]:
            return tree.Item(line, self._table_line(line))
        found, fault = self._lines.read(start, line.span, words)
        if fault is not None:
            self._faults.append(fault)
        elif isinstance(found, tree.SentenceLine) and found.read_as:
            self._note("", found.read_as, line.span)
        return tree.Item(line, cast("tree.Body | None", found))

    def _in_log(self, line: tree.Line, words: list[Word]) -> bool:
        """Whether a line of an example is one of its log: an entry, or words under one."""
        return self._is_deeper(line) or (line.kind is tree.LineKind.CODE and words[0].text.casefold() != "expect")

    def _is_deeper(self, line: tree.Line) -> bool:
        """Whether a line stands deeper than one above it; one in the first column, which is a fault, is no measure."""
        return any(0 < item.line.indent < line.indent for item in self._items)

    def _check_promise(self, line: tree.Line) -> None:
        text = line.span.text
        if not any(mark in text[1:] for mark in CLOSING):
            self._fault("E008", "This quotation mark is never closed.", line.span)
        elif text[-1] not in CLOSING:
            after = max(text.rfind(mark) for mark in CLOSING) + 1
            span = self._source.span(line.span.start + after, line.span.end)
            self._fault("E001", "A promise in quotation marks goes on a line of its own.", span, "the end of the line")
        elif self._heading is not None and not isinstance(self._heading, tree.ClauseHeading):
            self._fault("E005", "A promise in plain words belongs under a clause.", line.span, "a heading such as 'promise' above it")

    def _guessed(self, line: tree.Line, words: list[Word]) -> tree.Body | None:
        """A line under a heading that could not be read: what it can be, and no word about what it cannot."""
        for start in ("body_line", "pact_line", "event_line", "state_line"):
            if self._lines.reads(start, words):
                return cast("tree.Body | None", self._lines.read(start, line.span, words)[0])
        return None

    def _table_line(self, line: tree.Line) -> tree.TableLine:
        cells: list[tree.Name] = []
        for first, after in cells_of(line.span.text):
            span = line.span.part(first, after)
            cells.append(tree.Name.at(evened(unquoted(span)) if span.text[0] in OPENING else normalised(span.text), span))
        return tree.TableLine(tuple(cells))
