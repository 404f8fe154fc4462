"""The shape of a text: its parts, what folds, what a selection grows to, and what each word is, for colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from pactlang.language import tree
from pactlang.language.tokens import words_of
from pactlang.lsp.occurrences import Role, in_document, in_log_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.language.tree import Document
    from pactlang.log.read import ReadLog
    from pactlang.lsp.occurrences import Occurrence
    from pactlang.source import SourceFile, Span

_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Part(Struct, frozen=True):
    """A part of a text: what it is called, what it is (`clause`, `event`, `person`, `state`, `sentence`, `entry`, …), its place."""

    name: str
    kind: str
    whole: Span
    name_span: Span
    detail: str = ""
    parts: tuple[Part, ...] = ()


class Fold(NamedTuple):
    """Lines (from 1) that fold into the first; `comment` where they are one."""

    first: int
    last: int
    comment: bool = False


def parts_of(document: Document) -> tuple[Part, ...]:
    """The headings of an agreement, with the sentences under them."""
    return tuple(_part(document, block) for block in document.blocks)


def _part(document: Document, block: tree.Block) -> Part:
    last = block.items[-1].line if block.items else block.line
    whole = block.line.span.to(last.span)
    name, kind, detail, span = _named(block)
    sentences = [item for item in block.items if isinstance(item.body, tree.SentenceLine) or item.line.kind is tree.LineKind.PROMISE]
    inner = tuple(Part(" ".join(item.line.span.text.split())[:120], "sentence", item.line.span, item.line.span) for item in sentences)
    return Part(name, kind, whole, span, detail, inner)


def _named(block: tree.Block) -> tuple[str, str, str, Span]:
    """A heading's name, kind, detail, and where the name stands."""
    heading, line = block.heading, block.line.span
    match heading:
        case tree.PactHeading(title):
            return title or "pact", "pact", "", getattr(title, "span", line)
        case tree.ClauseHeading(kind, name, title):
            return name or kind.value, "clause", f"{kind.value} {title}".strip(), getattr(name, "span", line)
        case tree.EventHeading(name):
            return name, "event", "event", name.span
        case tree.TermHeading(name):
            return name, "event", "term", name.span
        case tree.PersonHeading(name, title):
            return name, "person", title or "person", name.span
        case tree.StateHeading(name):
            return name, "state", "state", name.span
        case tree.DaysHeading(name):
            return name, "days", "days", name.span
        case tree.HoursHeading(name):
            return name, "days", "hours", name.span
        case tree.MatrixHeading(name, event):
            return name, "matrix", f"matrix for {event}", name.span
        case tree.AimHeading(aim, name, title):
            return name, "clause", f"{aim.value} {title}".strip(), name.span
        case tree.ExampleHeading(title):
            return title, "example", "example", title.span
        case _:
            return " ".join(line.text.split())[:80] or "…", "other", "", line


def months_of(log: ReadLog, source: SourceFile) -> tuple[Part, ...]:
    """A log's entries, month by month."""
    found: dict[tuple[int, int], list[Part]] = {}
    head = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
    for entry in log.entries:
        if entry.file != source.name:
            continue
        text = source.line_text(entry.line)
        date = head.match(text)
        if date is None:
            continue
        start = source.line_start(entry.line)
        span = source.span(start, start + len(text.rstrip()))
        name = f"{date[0]} {entry.type}" + (f" {entry.id}" if entry.id else "")
        people = ", ".join((*entry.by, *entry.with_))
        found.setdefault((int(date[1]), int(date[2])), []).append(Part(name, "entry", span, span, people))
    months: list[Part] = []
    for (year, month), entries in sorted(found.items()):
        first, last = min(one.whole.start for one in entries), max(one.whole.end for one in entries)
        name = f"{_MONTHS[month] if month < len(_MONTHS) else month} {year}"
        months.append(Part(name, "month", source.span(first, last), entries[0].name_span, "", tuple(entries)))
    return tuple(months)


def folds(document: Document) -> list[Fold]:
    """What folds in an agreement: each heading with what stands under it, and comments of several lines."""
    found = [
        Fold(block.line.number, block.items[-1].line.number)
        for block in document.blocks
        if block.items and block.items[-1].line.number > block.line.number
    ]
    comments = [line.number for line in document.lines if line.kind is tree.LineKind.COMMENT]
    runs: list[Fold] = []
    for number in comments:
        if runs and number == runs[-1].last + 1:
            runs[-1] = runs[-1]._replace(last=number)
        else:
            runs.append(Fold(number, number, comment=True))
    return sorted([*found, *(run for run in runs if run.last > run.first)])


def log_folds(source: SourceFile) -> list[Fold]:
    """What folds in a log: each month, and the notes under an entry."""
    found: list[Fold] = []
    month, month_first, entry, last = "", 0, 0, 0
    for number in range(1, source.line_count + 1):
        text = source.line_text(number)
        if not text.strip():
            continue
        if text[:1].isdigit():
            if entry and last > entry:
                found.append(Fold(entry, last))
            if text[:7] != month:
                if month and last > month_first:
                    found.append(Fold(month_first, last))
                month, month_first = text[:7], number
            entry = number
        last = number
    if entry and last > entry:
        found.append(Fold(entry, last))
    if month and last > month_first:
        found.append(Fold(month_first, last))
    return sorted(set(found))


def growing(document: Document, offset: int) -> list[Span]:
    """What a selection at a place grows to: the word, what the line says, the line, the heading with its lines, the file."""
    source = document.source
    found: list[Span] = []
    for block in document.blocks:
        last = block.items[-1].line if block.items else block.line
        lines = [block.line, *(item.line for item in block.items)]
        line = next((one for one in lines if document.whole(one).start <= offset < document.whole(one).end), None)
        if line is None:
            continue
        word = next((one for one in words_of(line.span) if one.start <= offset <= one.end), None)
        found += [source.span(word.start, word.end)] if word is not None else []
        found += [line.span, document.whole(line), source.span(document.whole(block.line).start, document.whole(last).end)]
        break
    found.append(source.span(0, len(source.text)))
    grown: list[Span] = []
    for span in found:
        if not grown or (span.start <= grown[-1].start and span.end >= grown[-1].end and (span.start, span.end) != _ends(grown[-1])):
            grown.append(span)
    return grown


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


# --- what each word is -----------------------------------------------------------------------------------------------


class Token(NamedTuple):
    """A stretch (offsets) and what it is."""

    start: int
    end: int
    kind: str
    declares: bool = False


# In this order they are told to an editor.
KINDS = ("keyword", "event", "person", "clause", "state", "tag", "place", "item", "value", "entry", "string", "number", "comment", "reason")
_BY_ROLE = {Role.DAYS: "state", Role.VOCABULARY: "event", Role.FILE: "string", Role.UNIT: "value", Role.ZONE: "value", Role.TITLE: "string"}
_BY_SHAPE = {"A_DATE": "number", "A_TIME": "number", "A_NUMBER": "number", "A_STRING": "string", "A_DIGEST": "value", "A_ZONE": "value"}


def colours(document: Document) -> list[Token]:
    """What each word of an agreement is."""
    named = {one.span.start: Token(one.span.start, one.span.end, _kind(one), one.declares) for one in in_document(document)}
    found: list[Token] = []
    for line in document.lines:
        if line.kind is tree.LineKind.REASON:
            found.append(Token(line.span.start, line.span.end, "reason"))
        elif line.kind is tree.LineKind.PROMISE:
            found.append(Token(line.span.start, line.span.end, "string"))
        elif line.kind is tree.LineKind.CODE:
            for word in words_of(line.span):
                if word.shape == "_COMMA":
                    continue
                found.append(named.get(word.start) or Token(word.start, word.end, _BY_SHAPE.get(word.shape, "keyword")))
        if line.comment is not None:
            found.append(Token(line.comment.start, line.comment.end, "comment"))
    return _apart(found)


def _kind(one: Occurrence) -> str:
    kind = _BY_ROLE.get(one.role, one.role.value)
    return kind if kind in KINDS else "value"


def log_colours(source: SourceFile, first: int, last: int) -> list[Token]:
    """What each word of a log is, for the lines from one to another (from 1, both included)."""
    found: list[Token] = []
    for number in range(first, min(last, source.line_count) + 1):
        text = source.line_text(number)
        start = source.line_start(number)
        if text.lstrip().startswith("#"):
            found.append(Token(start, start + len(text), "comment"))
        elif text[:1].isspace():
            if text.strip():
                found.append(Token(start + len(text) - len(text.lstrip()), start + len(text.rstrip()), "reason"))
        elif text.strip():
            found += _entry_colours(source, number, text, start)
    return _apart(found)


_PIECE = re.compile(r'"[^"]*"|#.*|[^\s,]+')
_NUMERIC = re.compile(r"\d[\d:.+-]*(T[\d:+Z.-]+)?Z?")


def _entry_colours(source: SourceFile, number: int, text: str, start: int) -> Iterator[Token]:
    named = {one.span.start: Token(one.span.start, one.span.end, _kind(one), one.declares) for one in in_log_line(source, number, text)}
    for piece in _PIECE.finditer(text):
        at = start + piece.start()
        if at in named:
            yield named[at]
        elif piece.group()[0] == "#":
            yield Token(at, start + piece.end(), "comment")
        elif piece.group()[0] == '"':
            yield Token(at, start + piece.end(), "string")
        else:
            yield Token(at, start + piece.end(), "number" if _NUMERIC.fullmatch(piece.group()) else "keyword")


def _apart(tokens: list[Token]) -> list[Token]:
    """In order, none over another, none over a line's end."""
    found: list[Token] = []
    for token in sorted(tokens):
        if token.end > token.start and (not found or token.start >= found[-1].end):
            found.append(token)
    return found
