"""Text to lines: indents, comments, reasons and quoted promises, and the characters that have no place in an agreement."""

from __future__ import annotations

import unicodedata

from pactlang.diagnostics import Diagnostic, Edit, Severity
from pactlang.source import SourceFile, Span
from pactlang.syntax.tree import Line, LineKind

_OPENING, _CLOSING = '"“„', '"”“'
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")


def scan(source: SourceFile) -> tuple[list[Line], list[Diagnostic]]:
    """Every line of a file, and the faults of its characters and indents.

    >>> lines, faults = scan(SourceFile("us.pact", "cap evenings  # ours\\n    at most 4 encounters per month\\n"))
    >>> [(line.kind.value, line.indent, line.span.text) for line in lines]
    [('code', 0, 'cap evenings'), ('code', 4, 'at most 4 encounters per month')]
    """
    lines: list[Line] = []
    faults: list[Diagnostic] = []
    count = source.line_count - (1 if source.text.endswith("\n") or not source.text else 0)
    for number in range(1, count + 1):
        text = source.line_text(number)
        start = source.line_start(number)
        lines.append(_line(source, number, text, start, faults))
        if not text.isascii() or not text.isprintable():
            _check_characters(source, text, start, faults)
    return lines, faults


def _line(source: SourceFile, number: int, text: str, start: int, faults: list[Diagnostic]) -> Line:
    body = text.lstrip()
    indent = len(text) - len(body)
    if "\t" in text[:indent]:
        span = source.span(start, start + indent)
        spaces = text[:indent].replace("\t", "    ")
        faults.append(
            Diagnostic(
                "E002",
                Severity.ERROR,
                "This line is indented with a tab.",
                span,
                expected="spaces; four are usual",
                edits=(Edit(span, spaces, "Indent with spaces"),),
            )
        )
    content_end, comment_start = _split_comment(text, indent)
    comment = source.span(start + comment_start, start + len(text.rstrip())) if comment_start < len(text) else None
    span = source.span(start + indent, start + max(indent, content_end))
    if content_end <= indent:
        return Line(number, LineKind.COMMENT if comment else LineKind.BLANK, indent, span, comment)
    if indent and body[0] == ">":
        # A reason is the parties' own words: a `#` in it is theirs.
        return Line(number, LineKind.REASON, indent, source.span(start + indent, start + len(text.rstrip())), None)
    if indent and body[0] in _OPENING:
        return Line(number, LineKind.PROMISE, indent, span, comment)
    return Line(number, LineKind.CODE, indent, span, comment)


def _split_comment(text: str, indent: int) -> tuple[int, int]:
    """Where the content ends, and where the comment starts (the line's length where there is none)."""
    quoted = False
    for place in range(indent, len(text)):
        character = text[place]
        if quoted:
            quoted = character not in _CLOSING
        elif character in _OPENING:
            quoted = True
        elif character == "#" and (place == indent or text[place - 1].isspace()):
            return len(text[:place].rstrip()), place
    return len(text.rstrip()), len(text)


def _check_characters(source: SourceFile, text: str, start: int, faults: list[Diagnostic]) -> None:
    for place, character in enumerate(text):
        if character == "\t" or character in _JOINERS:
            continue
        hidden = character in _BIDI or (unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character != "\u00ad")
        if not hidden:
            continue
        span = source.span(start + place, start + place + 1)
        name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
        faults.append(
            Diagnostic(
                "E003",
                Severity.ERROR,
                f"A character that cannot be seen stands here ({name}); a text that people sign must look like what it means.",
                span,
                edits=(Edit(span, "", "Take it out"),),
            )
        )
    for word_start, word in _words(text):
        scripts = {script for script in map(_script, word) if script}
        if len(scripts) > 1:
            span = source.span(start + word_start, start + word_start + len(word))
            faults.append(
                Diagnostic(
                    "E004",
                    Severity.ERROR,
                    f"This word mixes {' and '.join(sorted(scripts))} letters that look alike.",
                    span,
                    expected="all its letters from one script",
                )
            )


def _words(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    start = -1
    for place, character in enumerate(f"{text} "):
        if character.isalpha():
            start = place if start < 0 else start
        elif start >= 0:
            found.append((start, text[start:place]))
            start = -1
    return found


def _script(character: str) -> str:
    """The script of a letter, among those whose letters are easily taken for each other."""
    name = unicodedata.name(character, "")
    return next((script for script in ("LATIN", "CYRILLIC", "GREEK") if name.startswith(script)), "").capitalize()


def normalised(text: str) -> str:
    """A name as it is compared: accents composed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unquoted(span: Span) -> str:
    """The text between a span's quotation marks."""
    return normalised(span.text[1:-1] if len(span.text) > 1 and span.text[-1] in _CLOSING else span.text[1:])
