"""What must be read and what must be found, as data beside the tests.

In `good_*.txt` a line after `> ` is read under the heading after `@ `; the line after `= ` is what it must be read as.
In `faults_*.txt` a group of lines after `> ` is one file; under each of its lines stand the faults of that line: carets under the place,
the code and the message, after `expected:` what could stand there, after `~` the nearest right spelling, after `=>` the text that a fix
would put there instead. In both, `\\u00a0`, `\\t` and `\\r` stand for those characters, so that what cannot be seen can be read here.

`python -m tests.syntax.expectations` writes down what is found now; then read the difference.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pactlang.diagnostics import Diagnostic
from pactlang.language.parse import parse
from pactlang.resolve import resolve_file
from pactlang.source import SourceFile

from .shown import shown

DATA = Path(__file__).parent / "data"
RESOLVE_DATA = Path(__file__).parents[1] / "resolve" / "data"
# Stands before every text of the resolver's data that has no heading of its own for the agreement.
HEADER = 'pact "Ana and Ben"\n    between Ana and Ben\nuse relationships\n'
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|([tr]))")


def written_out(text: str) -> str:
    """The text with its escapes replaced by the characters they stand for."""
    return _ESCAPE.sub(lambda match: {"t": "\t", "r": "\r"}[match[3]] if match[3] else chr(int(match[1] or match[2], 16)), text)


# --- lines that are read ---


def good_lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line of a data file with the heading it is read under."""
    heading = ""
    for line in text.splitlines():
        if line.startswith("@ "):
            heading = line[2:]
        elif line.startswith("> "):
            yield heading, line[2:]


def read_as(heading: str, line: str) -> str:
    """What a line is read as; under the heading `-` it is a heading itself."""
    line = written_out(line)
    text = f"{line}\n" if heading == "-" else f"{heading}\n    {line}\n"
    parsed = parse(SourceFile("us.pact", text))
    if parsed.diagnostics:
        return f"NOT READ: {parsed.diagnostics[0].message}"
    block = parsed.document.blocks[0]
    return shown(block.heading if heading == "-" else block.items[0].body)


def good_rendered(text: str) -> str:
    out: list[str] = []
    heading = ""
    for line in text.splitlines():
        heading = line[2:] if line.startswith("@ ") else heading
        if not line.startswith("= "):
            out.append(line)
        if line.startswith("> "):
            out.append(f"= {read_as(heading, line[2:])}")
    return "\n".join(out) + "\n"


# --- faults that are found ---


def faults_rendered(text: str, find: Callable[[str], list[Diagnostic]]) -> str:
    """A data file with the faults that are found now."""
    blocks: list[str] = []
    for block in text.split("\n\n"):
        comments = [line for line in block.splitlines() if line[:1] == "#"]
        lines = [line[2:] for line in block.splitlines() if line[:1] == ">"]
        out = [*comments]
        written = "\n".join(map(written_out, lines))
        above = HEADER if find is resolve_faults and not re.match("pa?ct ", written) else ""
        found = find(above + written)
        for number, line in enumerate(lines, 1 + above.count("\n")):
            out.append(f"> {line}".rstrip())
            for diagnostic in found:
                if diagnostic.span.start_position.line == number:
                    out += said(diagnostic, line)
        blocks.append("\n".join(out))
    return "\n\n".join(blocks) + "\n"


def said(diagnostic: Diagnostic, line: str) -> list[str]:
    """A fault as the data file has it."""
    start, end = diagnostic.span.start_position, diagnostic.span.end_position
    width = max(1, end.column - start.column) if end.line == start.line else 1
    escaped = len(line) != len(written_out(line))
    place = f"{start.column}-{start.column + width}" if escaped else " " * (start.column + 1) + "^" * width
    severity = "" if diagnostic.severity.value == "error" else f" {diagnostic.severity.value}"
    out = [place, f"  {diagnostic.code}{severity} {diagnostic.message}"]
    if diagnostic.expected:
        out.append(f"  expected: {diagnostic.expected}")
    if diagnostic.nearest:
        out.append(f"  ~ {diagnostic.nearest}")
    out += [f"  => {edit.replacement!r} ({edit.title})" for edit in diagnostic.edits if edit.replacement != diagnostic.nearest]
    out += [f"  line {label.span.start_position.line}: {label.message}" for label in diagnostic.labels]
    return out


def syntax_faults(text: str) -> list[Diagnostic]:
    return list(parse(SourceFile("us.pact", text)).diagnostics)


def resolve_faults(text: str) -> list[Diagnostic]:
    """The faults of an agreement of one file, in order."""

    def read(path: Path) -> bytes:
        if path != Path("us.pact"):
            raise FileNotFoundError(f"there is no file {path}")
        return text.encode()

    return resolve_file(Path("us.pact"), read)[1]


if __name__ == "__main__":
    for file in sorted([*DATA.glob("*.txt"), *RESOLVE_DATA.glob("*.txt")]):
        before = file.read_text(encoding="utf-8")
        find_faults = syntax_faults if file.parent == DATA else resolve_faults
        after = good_rendered(before) if file.name.startswith("good") else faults_rendered(before, find_faults)
        file.write_text(after, encoding="utf-8")
        sys.stdout.write(f"{file.name}\n")
