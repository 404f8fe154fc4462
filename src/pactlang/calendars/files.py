"""Calendars and the texts they go with: read together, before a calendar or a log is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Severity
from pactlang.inputs import STANDARD_INPUT, InputError, Reader, Texts, date_of, known_clauses, moment_or_now, read_file, read_texts

if TYPE_CHECKING:
    from pactlang.calendars.export.export import Exported
    from pactlang.calendars.export.standing import StandingCalendar
    from pactlang.calendars.export.wish import Wish
    from pactlang.calendars.reading.lines import Taken
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement


def export_files(
    files: Sequence[str],
    wish: Wish,
    old: bytes = b"",
    name: str = "",
    *,
    remote: Callable[[Agreement], StandingCalendar] | None = None,
    read: Reader = read_file,
) -> Exported:
    """What `pact export` does: read all texts, and bring the calendar `old` (called `name`), or the one that `remote` finds, up to date.

    All faults of all files come in one `InputError`.
    """
    from pactlang.calendars.export.export import ExportError, export

    texts = read_texts(files, this_text=wish.this_text, as_of=wish.as_of, read=read)
    known_clauses(wish.only, texts.agreements)
    instant = moment_or_now(wish.as_of, texts.zone)
    standing = remote(texts.agreements[-1]) if remote is not None else None
    try:
        exported = export(texts.agreements, texts.entries, instant, texts.zone, wish, old, standing)
    except ExportError as wrong:
        said = str(wrong)
        raise InputError(f"{name} {said}" if said.startswith("was ") else said) from None
    exported.warnings, exported.notes = texts.warnings, texts.remarks
    exported.files = [*texts.pacts, *texts.logs]
    return exported


class Imported(Struct):
    """What a calendar holds for a log: new entries, and how many things became of no entry, and why."""

    texts: Texts
    entries: list[Entry]
    taken: Taken
    unread: int = 0
    standing: int = 0


def import_files(
    files: Sequence[str], calendar: str, rules: str, *, since: str = "", as_of: str = "", this_text: bool = False, read: Reader = read_file
) -> Imported:
    """What `pact import` does before it writes: read all texts, the calendar and the rules, and make entries of what fits.

    All faults come in one `InputError`.
    """
    from pactlang.calendars.reading.lines import take
    from pactlang.calendars.reading.read import CalendarError, read_calendar
    from pactlang.calendars.reading.rules import RuleError, read_rules
    from pactlang.log.read import combine, read_log
    from pactlang.log.validate import Known, validate

    texts = read_texts(files, this_text=this_text, as_of=as_of, read=read)
    zone = texts.zone
    last = moment_or_now(as_of, zone)
    newest = texts.agreements[-1]
    first = date_of(since, "--from") if since else max(newest.in_force_from or 0, zone.date_of(last) - 366)
    try:
        known_rules = read_rules(read(Path(rules)).decode())
    except UnicodeDecodeError:
        raise InputError(f"{rules} is not a text file") from None
    except RuleError as wrong:
        raise InputError(f"{rules}:{wrong.line}: {wrong}") from None
    try:
        occurrences, unread = read_calendar(read(Path(calendar)), first, zone.date_of(last))
    except CalendarError as wrong:
        raise InputError(f"{calendar}: {wrong}") from None
    ids = frozenset(entry.id for entry in texts.entries if entry.id)
    taken = take(occurrences, known_rules, newest.people, ids, zone, first, last)
    plain = [read_log(read_file(path), str(path)) for path in texts.logs if str(path) != STANDARD_INPUT]
    made = "".join(f"{line}\n" for line in taken.lines)
    known = Known.of(texts.agreements, whole=texts.whole)
    log = validate(combine([*plain, read_log(made, f"{calendar}.pactlog")]), known, f"{calendar}.pactlog")
    faults = [one for one in log.diagnostics if one.span.source.name == f"{calendar}.pactlog" and one.severity is Severity.ERROR]
    if faults:
        rule = taken.rules[faults[0].span.start_position.line - 1]
        raise InputError(f"{rules}:{rule.line}: what this rule produces is not a valid entry", faults[:5])
    said = {_said(entry) for entry in texts.entries}
    new = [entry for entry in log.entries if entry.file == f"{calendar}.pactlog" and _said(entry) not in said]
    return Imported(texts, new, taken, unread, len(taken.lines) - len(new))


def _said(entry: Entry) -> tuple[object, ...]:
    """What two entries share that speak of the same thing, whoever wrote them."""
    return entry.type, entry.day, entry.second, frozenset(entry.by), frozenset(entry.with_)
