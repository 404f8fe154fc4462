"""The entries of an example, read from the agreement that it stands in by the same reader as every log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.places import LogSource
from pactlang.log.read import ReadLog
from pactlang.log.text_line import find_in_line, read_line
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Example


def read_example_log(example: Example) -> ReadLog:
    """The entries of an example with the faults of its lines, each at its place in the agreement. Nothing is raised."""
    file = example.span.source
    source = LogSource(file.name, lambda: file.text, _find)
    log = ReadLog([], [], {file.name: source})
    notes: list[str] = []
    owner: Entry | None = None  # the entry that a note belongs to
    for line in example.lines:
        number = line.span.start_position.line
        if line.note:
            notes.append(line.words)
            if owner is not None:
                owner.note = "\n".join(notes)
            hidden = _hidden(line.words)
            if hidden is not None:
                log.diagnostics.append(source.diagnostic(number, hidden))
            continue
        notes = []
        read = read_line(line.words)
        first = line.span.start - file.line_start(number)
        for fault in read.faults:
            if fault.start is not None:
                fault.start, fault.end = fault.start + first, fault.end + first
            log.diagnostics.append(source.diagnostic(number, fault))
        entries = read.entries(file.name, number, len(log.entries))
        owner = entries[0] if entries else None
        log.entries.extend(entries)
    return log


def _hidden(words: str) -> Fault | None:
    """A warning of a note that was probably meant as an entry, or as what is expected."""
    if words[:1].isdecimal() and not read_line(words).faults:
        message = "This line looks like an entry, but is indented deeper than the first one, so it is a note."
        return Fault(Code.HIDDEN_ENTRY, message, "the same indent as the first entry", severity=Severity.WARNING)
    if words.split()[:2] in (["expect", "kept"], ["expect", "broken"]):
        message = "This line looks like what is expected, but is indented deeper than the first entry, so it is a note."
        return Fault(Code.HIDDEN_ENTRY, message, "the same indent as the first entry", severity=Severity.WARNING)
    return None


def _find(file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    text = file.line_text(line)
    indent = len(text) - len(text.lstrip())
    found = find_in_line(SourceFile(file.name, text[indent:]), 1, key, index)
    start = file.line_start(line) + indent
    return (start + found[0], start + found[1]) if found is not None else None
