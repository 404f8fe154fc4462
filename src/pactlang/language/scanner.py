"""Text to lines: indents, comments, reasons and quoted promises."""

from __future__ import annotations

import unicodedata

from pactlang.diagnostics import Diagnostic, Edit, Severity
from pactlang.language.characters import check_characters, look
from pactlang.language.literate import FENCE, block_lines, fences, is_literate, prefix
from pactlang.language.tree import Line, LineKind
from pactlang.source import SourceFile, Span

# Each opening quotation mark with those that may close it.
_PAIRS = {'"': '"', "“": "”“", "„": "“”"}
OPENING, CLOSING = "".join(_PAIRS), '"”“'


def scan(source: SourceFile) -> tuple[list[Line], list[Diagnostic]]:
    """Every line of a file, and the faults of its characters and indents.

    >>> lines, faults = scan(SourceFile("us.pact", "cap evenings  # ours\\n    at most 4 encounters per month\\n"))
    >>> [(line.kind.value, line.indent, line.span.text) for line in lines]
    [('code', 0, 'cap evenings'), ('code', 4, 'at most 4 encounters per month')]
    """
    lines: list[Line] = []
    faults: list[Diagnostic] = []
    indents = None
    if is_literate(source.name):
        indents = block_lines(source.text)
        _check_fences(source, faults)
    count = source.line_count - (1 if source.text.endswith("\n") or not source.text else 0)
    for number in range(1, count + 1):
        text, start = source.line_text(number), source.line_start(number)
        if indents is not None:
            if number not in indents:  # prose
                lines.append(Line(number, LineKind.BLANK, 0, source.span(start, start)))
                continue
            taken = prefix(text, indents[number])
            text, start = text[taken:], start + taken
        line = _line(source, number, text, start, faults)
        lines.append(line)
        if not text.isascii() or not text.isprintable():
            check_characters(source, line, faults)
    return lines, faults


def _check_fences(source: SourceFile, faults: list[Diagnostic]) -> None:
    """Note blocks of a Markdown file that are not read, or that may hold more than was meant."""
    for fence in fences(source.text):
        number = fence.first - 1
        start = source.line_start(number)
        span = source.span(start, start + len(source.line_text(number)))
        if not fence.ours:
            seen = "".join(filter(str.isprintable, unicodedata.normalize("NFKC", fence.word)))
            if look(seen).casefold() == FENCE:
                check_characters(source, Line(number, LineKind.CODE, fence.indent, span, None), faults)
        elif fence.nested:
            message = "This block is inside a list or a quotation, so it is not read."
            faults.append(Diagnostic("E011", Severity.ERROR, message, span, "a block that starts in the first column"))
        elif not fence.closed:
            message = "This block is never closed, so everything after it is read as part of it."
            expected = "the same marks once more, on a line of their own below the block"
            faults.append(Diagnostic("E012", Severity.WARNING, message, span, expected))


def _line(source: SourceFile, number: int, text: str, start: int, faults: list[Diagnostic]) -> Line:
    body = text.lstrip()
    indent = len(text) - len(body)
    if "\t" in text[:indent] and body:
        span = source.span(start, start + indent)
        edits = (Edit(span, text[:indent].expandtabs(4), "Indent with spaces"),)
        faults.append(Diagnostic("E002", Severity.ERROR, "This line is indented with a tab.", span, "spaces; four are usual", edits=edits))
    content_end, comment_start = _split_comment(text, indent)
    comment = source.span(start + comment_start, start + len(text.rstrip())) if comment_start < len(text) else None
    span = source.span(start + indent, start + max(indent, content_end))
    if content_end <= indent:
        return Line(number, LineKind.COMMENT if comment else LineKind.BLANK, indent, span, comment)
    if indent and body[0] == ">":
        # A reason is the parties' own words: a `#` in it is theirs.
        return Line(number, LineKind.REASON, indent, source.span(start + indent, start + len(text.rstrip())), None)
    if indent and body[0] in OPENING:
        return Line(number, LineKind.PROMISE, indent, span, comment)
    return Line(number, LineKind.CODE, indent, span, comment)


def _split_comment(text: str, indent: int) -> tuple[int, int]:
    """Where the content ends, and where the comment starts (the line's length where there is none)."""
    closing = ""
    for place in range(indent, len(text)):
        character = text[place]
        if closing:
            closing = "" if character in closing else closing
        elif character in OPENING:
            closing = _PAIRS[character]
        elif character == "#" and (place == indent or text[place - 1].isspace()):
            return len(text[:place].rstrip()), place
    return len(text.rstrip()), len(text)


def normalised(text: str) -> str:
    """A name as it is compared: accents composed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unquoted(span: Span) -> str:
    """The text between a span's quotation marks."""
    return normalised(span.text[1:-1] if len(span.text) > 1 and span.text[-1] in CLOSING else span.text[1:])
