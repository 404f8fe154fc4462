"""The entries of an example, read from the agreement that it stands in by the same reader as every log."""

from __future__ import annotations

from pactlang.log.places import LogSource
from pactlang.log.read import ReadLog
from pactlang.log.text_line import find_in_line, read_line
from pactlang.model.agreement import Example
from pactlang.source import SourceFile


def read_example_log(example: Example) -> ReadLog:
    """The entries of an example with the faults of its lines, each at its place in the agreement. Nothing is raised."""
    file = example.span.source
    source = LogSource(file.name, lambda: file.text, _find)
    log = ReadLog([], [], {file.name: source})
    notes: list[str] = []
    for line in example.lines:
        number = line.span.start_position.line
        if line.note:
            notes.append(line.words)
            if log.entries:
                log.entries[-1].note = "\n".join(notes)
            continue
        notes = []
        read = read_line(line.words)
        first = line.span.start - file.line_start(number)
        for fault in read.faults:
            if fault.start is not None:
                fault.start, fault.end = fault.start + first, fault.end + first
            log.diagnostics.append(source.diagnostic(number, fault))
        entry = read.entry(file.name, number, len(log.entries))
        if entry is not None:
            log.entries.append(entry)
    return log


def _find(file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    text = file.line_text(line)
    indent = len(text) - len(text.lstrip())
    found = find_in_line(SourceFile(file.name, text[indent:]), 1, key, index)
    start = file.line_start(line) + indent
    return (start + found[0], start + found[1]) if found is not None else None
