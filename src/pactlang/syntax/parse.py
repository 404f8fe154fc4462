"""Text to tree: results and faults together, all faults in one run; a broken line costs that line only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lark import Token
from lark.exceptions import UnexpectedInput, VisitError

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.syntax import tree
from pactlang.syntax.builder import Builder
from pactlang.syntax.errors import MeaningError, unexpected
from pactlang.syntax.scanner import normalised, scan, unquoted
from pactlang.syntax.tables import load_parser
from pactlang.syntax.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.source import SourceFile, Span
    from pactlang.syntax.tokens import Word

_LATER_HEADINGS = ("example", "hope", "guarantee")
# The words that a sentence or a modifier may start with, when it does not start with a noun.
_OPENING = ("AT", "NO", "AFTER", "BEFORE", "ANYONE", "COVERING", "GRACE", "WARN", "REMIND", "ONLY", "EXCEPT", "OPTIONALLY")
_LATER_LINES = {"otherwise": "otherwise …", "changes": "changes take effect …"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree and what was wrong with its text; there is always a tree."""

    document: tree.Document
    diagnostics: tuple[Diagnostic, ...]


class _Grammar:
    """The parser with its words, made once."""

    def __init__(self) -> None:
        self.lark = load_parser()
        self.terminals = {str(terminal.pattern.value): terminal.name for terminal in self.lark.terminals if terminal.pattern is not None}
        self.folded = {word.casefold(): name for word, name in self.terminals.items()}
        self.words = {name: word for word, name in self.terminals.items()}


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    return _Grammar()


def parse(source: SourceFile) -> Parsed:
    """Read a whole file.

    >>> from pactlang.source import SourceFile
    >>> parsed = parse(SourceFile("us.pact", "cap evenings\\n    at most 4 encounters per month\\n    atmost 3 dates\\n"))
    >>> [type(item.body).__name__ for item in parsed.document.blocks[0].items]
    ['SentenceLine', 'NoneType']
    >>> [(one.span.text, one.nearest) for one in parsed.diagnostics]
    [('atmost', 'at most')]
    """
    return _Reader(source).read()


class _Reader:
    """Reads one file, line by line."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._builder = Builder(source)
        self._faults: list[Diagnostic] = []

    def read(self) -> Parsed:
        lines, faults = scan(self._source)
        self._faults.extend(faults)
        blocks: list[tree.Block] = []
        heading_line: tree.Line | None = None
        heading: tree.Heading | None = None
        items: list[tree.Item] = []
        for line in lines:
            if line.kind in (tree.LineKind.BLANK, tree.LineKind.COMMENT):
                continue
            if line.indent == 0:
                if heading_line is not None:
                    blocks.append(tree.Block(heading_line, heading, tuple(items)))
                heading_line, heading, items = line, self._heading(line), []
            elif heading_line is None:
                self._fault("E005", "This line is indented, but no heading stands above it.", line.span, "a heading in the first column")
            else:
                items.append(self._item(line, heading))
        if heading_line is not None:
            blocks.append(tree.Block(heading_line, heading, tuple(items)))
        self._faults.sort(key=lambda fault: (fault.span.start, fault.span.end))
        return Parsed(tree.Document(self._source, tuple(lines), tuple(blocks)), tuple(self._faults))

    def _fault(self, code: str, message: str, span: Span, expected: str = "") -> None:
        self._faults.append(Diagnostic(code, Severity.ERROR, message, span, expected))

    def _heading(self, line: tree.Line) -> tree.Heading | None:
        if line.kind is not tree.LineKind.CODE:
            self._fault("E006", "This line belongs under a heading: indent it.", line.span)
            return None
        words = words_of(line.span)
        first = words[0].text.casefold() if words else ""
        if first in _LATER_HEADINGS:
            self._fault("E010", f"'{first}' is part of the language, but this version does not act on it yet.", line.span)
            return tree.LaterHeading(first)
        found = self._parse("heading", line.span, words, "E006")
        return found if isinstance(found, tree.Heading) else None

    def _item(self, line: tree.Line, heading: tree.Heading | None) -> tree.Item:
        if line.kind is not tree.LineKind.CODE or isinstance(heading, tree.LaterHeading):
            if line.kind is tree.LineKind.PROMISE and len(line.span.text) > 1 and unquoted(line.span) == line.span.text[1:]:
                self._fault("E008", "This quotation mark is never closed.", line.span)
            return tree.Item(line)
        words = words_of(line.span)
        first = words[0].text.casefold() if words else ""
        if first in _LATER_LINES or [word.text.casefold() for word in words] == ["before", "all", "others"]:
            shown = _LATER_LINES.get(first, "before all others")
            self._fault("E010", f"'{shown}' is part of the language, but this version does not act on it yet.", line.span)
            return tree.Item(line)
        match heading:
            case tree.PactHeading():
                start = "pact_line"
            case tree.EventHeading():
                start = "event_line"
            case tree.StateHeading():
                start = "state_line"
            case tree.MatrixHeading():
                if [word.text.casefold() for word in words[:2]] != ["ask", "means"]:
                    return tree.Item(line, self._table_line(line))
                start = "matrix_line"
            case tree.UseHeading() | tree.IncludeHeading() | tree.TermHeading() | tree.PersonHeading():
                self._fault("E005", f"Nothing stands under '{_WORD_OF[type(heading)]}'.", line.span, "a new heading in the first column")
                return tree.Item(line)
            case _:
                start = "body_line"
        found = self._parse(start, line.span, words, "E001")
        return tree.Item(line, found if isinstance(found, tree.Body) else None)

    def _table_line(self, line: tree.Line) -> tree.TableLine:
        cells: list[tree.Name] = []
        text, place = line.span.text, 0
        for piece in text.split():
            place = text.index(piece, place)
            span = self._source.span(line.span.start + place, line.span.start + place + len(piece))
            cells.append(tree.Name.at(normalised(piece), span))
            place += len(piece)
        return tree.TableLine(tuple(cells))

    def _parse(self, start: str, span: Span, words: list[Word], code: str) -> object:
        grammar = _grammar()
        parser = grammar.lark.parse_interactive(start=start)
        state = parser.parser_state
        tables: Mapping[Any, Mapping[str, Any]] = state.parse_conf.parse_table.states
        for word in words:
            terminal = self._terminal(grammar, word, tables[state.position])
            try:
                parser.feed_token(Token(terminal, word.text, start_pos=word.start, end_pos=word.end))
            except UnexpectedInput:
                self._faults.append(self._unexpected(word, words, parser.accepts(), start, code))
                return None
        try:
            parsed = parser.feed_eof()
        except UnexpectedInput:
            place = self._source.span(span.end, span.end)
            self._faults.append(unexpected(None, place, parser.accepts(), grammar.words, code))
            return None
        try:
            return self._builder.transform(parsed)
        except VisitError as wrapped:
            if not isinstance(wrapped.orig_exc, MeaningError):
                raise
            self._faults.append(wrapped.orig_exc.diagnostic())
            return None

    def _unexpected(self, word: Word, words: list[Word], accepted: set[str], start: str, code: str) -> Diagnostic:
        """What to say of a word that cannot stand where it does; often the line's first word was already no word of the language."""
        grammar = _grammar()
        first = words[0]
        if word is not first and start == "body_line" and first.shape == "WORD" and "every" not in {one.text for one in words}:
            opening = {terminal for terminal in _OPENING if terminal in grammar.words}
            found = unexpected(first, self._source.span(first.start, first.end), opening, grammar.words, code)
            if found.nearest:
                return found
        return unexpected(word, self._source.span(word.start, word.end), accepted, grammar.words, code)

    @staticmethod
    def _terminal(grammar: _Grammar, word: Word, accepted: Mapping[str, Any]) -> str:
        """The terminal that a word is at this place: a word of the language where the grammar can take it here, else a name."""
        if word.shape != "WORD":
            return word.shape
        keyword = grammar.terminals.get(word.text) or grammar.folded.get(word.text.casefold())
        if keyword is not None and (keyword in accepted or "WORD" not in accepted):
            return keyword
        return "WORD"


_WORD_OF = {tree.UseHeading: "use", tree.IncludeHeading: "include", tree.TermHeading: "term", tree.PersonHeading: "person"}
