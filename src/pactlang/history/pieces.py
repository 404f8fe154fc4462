"""A text cut into the pieces that a merge moves: blocks, and the lines of those blocks that are lists of facts."""

from __future__ import annotations

from msgspec import Struct

from pactlang.diagnostics import Severity
from pactlang.language import tree
from pactlang.language.parse import parse
from pactlang.source import SourceFile

Key = tuple[str, ...]
_NOT_YET = "E010"  # said of parts of the language that this version does not act on; they can be merged all the same


class Piece(Struct, frozen=True):
    """A block, or a line: `lead` are the comments and blank lines above it, `body` is what it says, as it was written.

    Where a block is a list of facts (the lines under `pact`, the rows of a matrix), `inner` holds them, its heading first.
    """

    key: Key
    lead: str
    body: str
    inner: tuple[Piece, ...] = ()

    @property
    def whole(self) -> str:
        """All of it."""
        return self.lead + self.body


def read(text: str) -> tree.Document | None:
    """The tree of a text; None where not every line of it can be read."""
    parsed = parse(SourceFile("", text))
    wrong = any(one.severity is Severity.ERROR and one.code != _NOT_YET for one in parsed.diagnostics)
    return None if wrong or any(block.heading is None for block in parsed.document.blocks) else parsed.document


def pieces(document: tree.Document) -> tuple[Piece, ...] | None:
    """The blocks of a text, and last what stands under all of them; None where two blocks go by the same name."""
    starts = [_with_lead(document, block.line.number) for block in document.blocks]
    ends = [*starts[1:], _last_of(document)]
    found = [_block(document, block, start, end) for block, start, end in zip(document.blocks, starts, ends, strict=False)]
    found.append(Piece(("end",), _text(document, _last_of(document), len(document.lines) + 1), ""))
    return tuple(found) if len({piece.key for piece in found}) == len(found) else None


def said(text: str) -> tuple[str, ...]:
    """What a stretch of text says, however it is laid out.

    >>> said("cap  evenings\\n\\n   at most 4 dates per month\\n") == said("cap evenings\\n    at most 4  dates per month\\n")
    True
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple((" " if line[0].isspace() else "") + " ".join(line.split()) for line in lines)


def _text(document: tree.Document, first: int, end: int) -> str:
    """The lines from one number up to another, as they stand."""
    return "".join(document.whole(line).text for line in document.lines if first <= line.number < end)


def _with_lead(document: tree.Document, number: int) -> int:
    """The first of the comments and blank lines in column one that stand right above a line."""
    by_number = {line.number: line for line in document.lines}
    while number - 1 in by_number and _leads(by_number[number - 1]):
        number -= 1
    return number


def _leads(line: tree.Line) -> bool:
    return line.kind is tree.LineKind.BLANK or (line.kind is tree.LineKind.COMMENT and line.indent == 0)


def _last_of(document: tree.Document) -> int:
    return _with_lead(document, len(document.lines) + 1)


def _block(document: tree.Document, block: tree.Block, start: int, end: int) -> Piece:
    key = _key(block)
    listed = isinstance(block.heading, tree.PactHeading | tree.MatrixHeading)
    inner = _inner(document, block, end) if listed else ()
    return Piece(key, _text(document, start, block.line.number), _text(document, block.line.number, end), inner)


def _key(block: tree.Block) -> Key:
    match block.heading:
        case tree.PactHeading():
            return ("pact",)
        case tree.IncludeHeading(path):
            return ("include", path)
        case tree.ClauseHeading(kind, name):
            return ("clause", name or kind.value)
        case tree.MatrixHeading(name) | tree.AimHeading(_, name):
            return ("clause", name)
        case tree.UseHeading(name) | tree.EventHeading(name) | tree.TermHeading(name) | tree.PersonHeading(name):
            return (type(block.heading).__name__, name)
        case tree.StateHeading(name) | tree.DaysHeading(name) | tree.HoursHeading(name):
            return (type(block.heading).__name__, name)
        case _:
            return ("other", " ".join(block.line.span.text.split()))


def _inner(document: tree.Document, block: tree.Block, end: int) -> tuple[Piece, ...]:
    """The heading of a block and each line under it with the comments above it; nothing where two lines are of one name."""
    number = block.line.number
    found = [Piece(("heading",), "", _text(document, number, number + 1))]
    at = number + 1
    for item in block.items:
        here = item.line.number
        found.append(Piece(_item_key(item, found), _text(document, at, here), _text(document, here, here + 1)))
        at = here + 1
    found.append(Piece(("end",), _text(document, at, end), ""))
    return tuple(found) if len({piece.key for piece in found}) == len(found) else ()


def _item_key(item: tree.Item, before: list[Piece]) -> Key:
    match item.body:
        case tree.FieldLine("signed by", (party, on, *_)):
            key = ("signed by", str(party))
            # Who signed once more, on another date, has a second line.
            return key if all(piece.key != key for piece in before) else ("signed by", str(on), str(party))
        case tree.FieldLine(word, _):
            return (word,)
        case tree.TableLine(cells):
            first = not any(piece.key[0] in ("columns", "row") for piece in before)
            return ("columns",) if first else ("row", cells[0])
        case _:
            return ("line", " ".join(item.line.span.text.split()))


def signatures(document: tree.Document) -> dict[str, tuple[object, ...]]:
    """Who has signed a text, each with the date and the digest (empty where there is none)."""
    return {
        str(item.body.values[0]): item.body.values[1:3]
        for block in document.blocks
        for item in block.items
        if isinstance(item.body, tree.FieldLine) and item.body.word == "signed by"
    }
