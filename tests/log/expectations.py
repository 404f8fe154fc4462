"""Logs with the faults that must be found in them, side by side in data files.

A group of lines that start with `> ` is one log. Under each of its lines stand the faults of that line: carets under the
place, severity, code, message, and after `~` the nearest spelling, after `=>` the replacement that is offered.
`python -m tests.log.expectations` writes down what is found now; then read the difference.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pactlang.diagnostics import Diagnostic

DATA = Path(__file__).parent / "data"
Find = Callable[[str], list[Diagnostic]]


def groups(text: str) -> Iterator[list[str]]:
    """The logs of a data file, each with its comment lines before it."""
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line[:1] in (">", "#") and line]
        if lines:
            yield lines


def rendered(text: str, find: Find) -> str:
    """A data file with the faults that are found now."""
    blocks: list[str] = []
    for lines in groups(text):
        out = [line for line in lines if line[0] == "#"]
        log = [line[2:] for line in lines if line[0] == ">"]
        found = find("\n".join(log))
        for number, line in enumerate(log, 1):
            out.append(f"> {line}".rstrip() if not line else f"> {line}")
            out += [said(diagnostic) for diagnostic in found if diagnostic.span.start_position.line == number]
        blocks.append("\n".join(out))
    return "\n\n".join(blocks) + "\n"


def said(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span.start_position, diagnostic.span.end_position
    width = max(1, end.column - start.column) if end.line == start.line else 1
    nearest = f" ~ {diagnostic.nearest}" if diagnostic.nearest else ""
    fixes = "".join(f" => {edit.replacement!r}" for edit in diagnostic.edits if edit.replacement != diagnostic.nearest)
    first = "".join(f" (line {label.span.start_position.line}: {label.message})" for label in diagnostic.labels)
    carets = " " * (start.column + 1) + "^" * width
    return f"{carets} {diagnostic.severity} {diagnostic.code} {diagnostic.message}{nearest}{fixes}{first}"


if __name__ == "__main__":
    from tests.log.known import FINDERS

    for name, find in FINDERS.items():
        file = DATA / name
        file.write_text(rendered(file.read_text(encoding="utf-8"), find), encoding="utf-8")
        sys.stdout.write(f"{name}\n")
