"""The layout of a whole agreement, made from its tree, and held against it before anybody may write it down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.language import tree
from pactlang.language.literate import fences, is_literate, prefix
from pactlang.language.page_words import table_lines
from pactlang.language.parse import READ_AS, has_signature, parse
from pactlang.language.scanner import normalised
from pactlang.language.tokens import words_line
from pactlang.later import ready
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.language.literate import Fence
    from pactlang.language.parse import Parsed

_INDENT = " " * 4
# Date, time and end of an entry: two spaces part them from what happened, as in a log.
_HEAD_OF_ENTRY = ready(r"^(\d{4}-\d\d-\d\d(?: \d\d:\d\d\S*)?(?: to (?:\d{4}-\d\d-\d\d)? ?(?:\d\d:\d\d\S*)?)?) (?=\S)")
# Headings with nothing under them may stand one below the other, as a list.
_LISTED = (tree.UseHeading, tree.IncludeHeading, tree.PersonHeading, tree.TermHeading, tree.EventHeading)


class Formatted(Struct, frozen=True):
    """A text in the canonical layout.

    `left` are the numbers of the first lines of what could not be read and so was left as it stands. `same` says that both texts
    were read again and hold the same words, comments and meaning; without it the new text must not be used.
    """

    text: str
    left: tuple[int, ...] = ()
    same: bool = True


def format_agreement(source: SourceFile) -> Formatted:
    """An agreement in the canonical layout.

    >>> format_agreement(SourceFile("us.pact", "cap monthly\\r\\n  at most  4 encounters per month # ours")).text
    'cap monthly\\n    at most 4 encounters per month  # ours\\n'
    """
    before = parse(source)
    written = _in_own_words(before)
    if is_literate(source.name):
        text, left = _in_blocks(written.document)
    else:
        layout = _Layout(written)
        text, left = layout.text(), tuple(layout.left)
    after = parse(SourceFile(source.name, text))
    return Formatted(text, left, _said(before) == _said(after))


def _in_own_words(parsed: Parsed) -> Parsed:
    """A text with what was read from other words written in those of the language; as it is where somebody signed it."""
    edits = [edit for fault in parsed.diagnostics if fault.code == READ_AS for edit in fault.edits]
    if not edits or has_signature(parsed.document):
        return parsed
    source = parsed.document.source
    text = source.text
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        before = text[text.rfind("\n", 0, edit.span.start) + 1 : edit.span.start]
        margin = before if before.isspace() else ""
        text = text[: edit.span.start] + edit.replacement.replace("\n", f"\n{margin}") + text[edit.span.end :]
    return parse(SourceFile(source.name, text))


def _in_blocks(document: tree.Document) -> tuple[str, tuple[int, ...]]:
    """A Markdown text with each of its blocks laid out, and the first lines of what was left in them; all else byte for byte."""
    source = document.source
    pieces: list[str] = []
    left: list[int] = []
    done = 0
    for fence in fences(source.text):
        if not fence.read or fence.after <= fence.first:
            continue
        lines = [source.line_span(number) for number in range(fence.first, fence.after)]
        above = _above(document, fence)
        own = "".join(line.text[prefix(line.text, fence.indent) :] for line in lines)
        layout = _Layout(parse(SourceFile("", "".join(f"{line}\n" for line in above) + own), source))
        new = [line for line in re.split(r"(?<=\n)", layout.text()) if line][len(above) :]
        while new and not new[0].strip():
            del new[0]
        ending = "\r\n" if source.line_span(fence.first - 1).text.endswith("\r\n") else "\n"
        margin = " " * fence.indent
        pieces.append(source.text[done : lines[0].start])
        pieces += [(margin if line.strip() else "") + (line if line.endswith("\r\n") else line[:-1] + ending) for line in new]
        left += [fence.first + max(0, number - len(above) - 1) for number in layout.left]
        done = lines[-1].end
    return "".join([*pieces, source.text[done:]]), tuple(left)


def _above(document: tree.Document, fence: Fence) -> list[str]:
    """The lines of a heading that stands in a block above and goes on in this one: without them its lines could not be told."""
    block = next((one for one in reversed(document.blocks) if one.line.number < fence.first), None)
    if block is None or not any(fence.first <= item.line.number < fence.after for item in block.items):
        return []
    lines = [block.line, *(item.line for item in block.items if item.line.number < fence.first)]
    return [" " * line.indent + line.span.text for line in lines]


def _said(parsed: Parsed) -> tuple[object, ...]:
    """All that a text says, however it is laid out: what each line was read as, the parties' own words, comments, faults."""
    document = parsed.document
    blocks = [(block.heading, _heading_words(block), [(_meant(item), *_own(item)) for item in block.items]) for block in document.blocks]
    comments = [line.comment.text for line in document.lines if line.comment is not None]
    return blocks, comments, [fault.code for fault in parsed.diagnostics if fault.code != READ_AS]


def _heading_words(block: tree.Block) -> str:
    """The words of a heading, also where a sentence in the first column stands for it."""
    if block.bare and isinstance(block.heading, tree.ClauseHeading):
        return f"{block.heading.kind.value} {block.heading.name}"
    return _words(block.line, block.heading)


def _meant(item: tree.Item) -> tree.Body | None:
    return replace(item.body, read_as="") if isinstance(item.body, tree.SentenceLine) else item.body


def _own(item: tree.Item) -> tuple[tree.LineKind, str]:
    return item.line.kind, _words(item.line, item.body)


def _words(line: tree.Line, read: object) -> str:
    """The words of a line: byte for byte where they are the parties' own or could not be read."""
    text = read.read_as if isinstance(read, tree.SentenceLine) and read.read_as else line.span.text
    own = line.kind in (tree.LineKind.REASON, tree.LineKind.PROMISE) or read is None
    return text if own else " ".join(normalised(text).replace(",", " , ").split())


class _Layout:
    """Lays out one file, line by line."""

    def __init__(self, parsed: Parsed) -> None:
        self._document = parsed.document
        self._faulty = {fault.span.start_position.line for fault in parsed.diagnostics}
        self._out: list[str] = []
        self.left: list[int] = []

    def text(self) -> str:
        """The whole text, with a line break at its end."""
        between: list[tree.Line] = []  # blank lines and comments since the last block
        lines = self._document.lines
        starts = [block.line.number for block in self._document.blocks]
        for line in lines[: starts[0] - 1 if starts else len(lines)]:
            if _is_code(line):
                self._between(between, None, None, start=not self._out)
                between = []
                self._raw([line])
            else:
                between.append(line)
        last: tree.Block | None = None
        for block, end in zip(self._document.blocks, [*starts, len(lines) + 1][1:], strict=True):
            own = list(lines[block.line.number - 1 : end - 1])
            rest: list[tree.Line] = []
            while not _is_code(own[-1]):
                rest.insert(0, own.pop())
            self._between(between, last, block, start=not self._out)
            if self._is_faulty(own):
                self._raw(own)
            else:
                self._block(block, own)
            last, between = block, rest
        self._between(between, last, None, start=not self._out)
        while self._out and self._out[-1] == "\n":
            self._out.pop()
        return "".join(self._out)

    def _is_faulty(self, lines: Iterable[tree.Line]) -> bool:
        return any(line.number in self._faulty for line in lines)

    def _raw(self, lines: Sequence[tree.Line]) -> None:
        """Lines that could not be read, as they are."""
        self.left.append(lines[0].number)
        for line in lines:
            text = self._document.whole(line).text
            self._out.append(text if text.endswith("\n") else f"{text}\n")

    def _add(self, text: str, comment: str = "") -> None:
        self._out.append(f"{text}  {comment}\n" if text and comment else f"{text or comment}\n")

    def _blank(self) -> None:
        if self._out and self._out[-1] != "\n":
            self._add("")

    # --- between blocks ---

    def _between(self, lines: list[tree.Line], above: tree.Block | None, below: tree.Block | None, *, start: bool) -> None:
        """Blank lines and comments between two blocks; indented comments belong to what stands above."""
        indented = [place for place, line in enumerate(lines) if line.indent and line.kind is tree.LineKind.COMMENT]
        tail = indented[-1] + 1 if indented and above is not None else 0
        self._loose(lines[:tail], above)
        rest = lines[tail:]
        if not start and self._apart(above, below) and not any(line.kind is tree.LineKind.BLANK for line in rest):
            self._blank()
        self._loose(rest, None)

    def _loose(self, lines: Iterable[tree.Line], above: tree.Block | None) -> None:
        for line in lines:
            if line.number in self._faulty:
                self._raw([line])
            elif line.comment is not None:
                indent = _INDENT if line.indent and above is not None else ""
                self._out.append(f"{indent}{line.comment.text}\n")
            else:
                self._blank()

    def _apart(self, above: tree.Block | None, below: tree.Block | None) -> bool:
        """Whether a blank line must stand between two blocks. Nothing is added beside what could not be read."""
        if above is None or below is None or above.heading is None or below.heading is None:
            return False
        if self._is_faulty([above.line, below.line]):
            return False
        listed = type(above.heading) is type(below.heading) and isinstance(below.heading, _LISTED)
        return not listed or bool(above.items or below.items)

    # --- blocks ---

    def _block(self, block: tree.Block, lines: Sequence[tree.Line]) -> None:
        """A heading and what stands under it."""
        rows = [item.line for item in block.items if isinstance(item.body, tree.TableLine)]
        words = dict(zip((line.number for line in rows), table_lines([line.span.text for line in rows]), strict=True))
        notes = {item.line.number for item in block.items if isinstance(item.body, tree.EntryLine) and item.body.note}
        entries = {item.line.number for item in block.items if isinstance(item.body, tree.EntryLine)} - notes
        heading = len(self._out) + 1
        for line in lines:
            comment = line.comment.text if line.comment is not None else ""
            if line.kind is tree.LineKind.BLANK:
                if len(self._out) > heading:
                    self._blank()
            elif line.kind is tree.LineKind.COMMENT:
                self._out.append(f"{_INDENT if line.indent else ''}{comment}\n")
            elif line.kind is not tree.LineKind.CODE:
                self._add(f"{_INDENT}{_INDENT if line.number in notes else ''}{line.span.text}", comment)
            else:
                text = words.get(line.number) or words_line(line.span.text)
                text = _HEAD_OF_ENTRY.sub(r"\1  ", text) if line.number in entries else text
                deeper = _INDENT if line.number in notes else ""
                self._add(f"{_INDENT if line.indent else ''}{deeper}{text}", comment)


def _is_code(line: tree.Line) -> bool:
    return line.kind not in (tree.LineKind.BLANK, tree.LineKind.COMMENT)
