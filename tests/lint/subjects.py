"""Subjects for rules, made from text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pactlang.diagnostics import Severity
from pactlang.inputs import read_logs
from pactlang.lint.page import Block
from pactlang.lint.subject import Subject
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather


def subject_of(text: str, log: str = "", today: date | None = None, earlier: tuple[str, ...] = ()) -> Subject:
    """An agreement's text as rules see it; it must be free of faults."""
    gathered = gather(Path("us.pact"), lambda _: text.encode())
    agreement, faults = resolve_gathered(gathered)
    assert agreement is not None
    wrong = [f"line {one.span.start_position.line}: {one.message}" for one in faults if one.severity is Severity.ERROR]
    assert not wrong, "\n".join([*wrong, text])
    entries: list[Entry] = []
    if log:
        entries, faults = read_logs([Path("us.pactlog")], (agreement,), read=lambda _: log.encode())
        assert [one.message for one in faults if one.severity is Severity.ERROR] == [], log
    older: list[Agreement] = [subject_of(one).agreement for one in earlier]
    return Subject(agreement, tuple(gathered.own), tuple(entries), tuple(older), today.toordinal() if today else None)


def subjects_of(blocks: list[Block]) -> list[Subject]:
    """The subjects of a page's blocks: each `pact` block with the log after it and the older versions before it."""
    subjects: list[Subject] = []
    earlier: list[str] = []
    for place, block in enumerate(blocks):
        if block.language != "pact":
            continue
        if "earlier" in block.words:
            earlier.append(block.whole)
            continue
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        log = after.text if after is not None and after.language == "pactlog" else ""
        as_of = next((word.removeprefix("as-of=") for word in block.words if word.startswith("as-of=")), "")
        subjects.append(subject_of(block.whole, log, date.fromisoformat(as_of) if as_of else None, tuple(earlier)))
    return subjects
