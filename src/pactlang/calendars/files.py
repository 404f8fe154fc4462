"""Calendars and the texts they go with: read together, before a calendar or a log is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.calendars.reading.occurrence import CalendarRead, Told
from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs import (
    STANDARD_INPUT,
    InputError,
    Reader,
    Texts,
    date_of,
    known_clauses,
    moment_or_now,
    read_file,
    read_plainly,
    read_texts,
)
from pactlang.inputs.settings import me_of
from pactlang.log.read import ReadLog, combine, read_log
from pactlang.log.validate import Known, validate

if TYPE_CHECKING:
    from pactlang.calendars.export.export import Exported
    from pactlang.calendars.export.standing import StandingCalendar
    from pactlang.calendars.export.wish import Wish
    from pactlang.calendars.reading.again import Compared
    from pactlang.calendars.reading.lines import Taken
    from pactlang.calendars.reading.rules import Rule
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
    """What a calendar holds for a log: new entries, those that it has changed since, and what became of everything else."""

    texts: Texts
    entries: list[Entry]
    compared: Compared
    taken: Taken
    read: CalendarRead


class ImportWish(Struct, frozen=True):
    """What is asked of an import: a calendar, the rules, from which date on, what counts as now, whose answers to invitations count."""

    calendar: str
    rules: str
    since: str = ""
    as_of: str = ""
    this_text: bool = False
    me: tuple[str, ...] = ()


def import_files(files: Sequence[str], wish: ImportWish, *, read: Reader = read_file) -> Imported:
    """What `pact import` does before it writes: read all texts, the calendar and the rules, and make entries of what fits.

    All faults come in one `InputError`.
    """
    from pactlang.calendars.reading.again import compare
    from pactlang.calendars.reading.lines import plain_id, take
    from pactlang.calendars.reading.read import CalendarError, read_calendar

    texts = read_texts(files, this_text=wish.this_text, as_of=wish.as_of, read=read)
    wish = replace(wish, me=wish.me or me_of(texts.pacts[-1], read))
    zone = texts.zone
    last = moment_or_now(wish.as_of, zone)
    newest = texts.agreements[-1]
    first = date_of(wish.since, "--from") if wish.since else max(newest.in_force_from or 0, zone.date_of(last) - 366)
    rules = _rules(wish, read)
    try:
        found = read_calendar(read(Path(wish.calendar)), first, zone.date_of(last), wish.me)
    except CalendarError as wrong:
        raise InputError(f"{wish.calendar}: {wrong}") from None
    taken = take(found.found, rules, newest.people, zone, first, last)
    outside = set(map(id, taken.outside))
    found.outside += len({one.line for one in taken.outside} - {one.line for one in found.found if id(one) not in outside})
    found.left += taken.left
    found.remarks += taken.remarks
    made = f"{wish.calendar}.pactlog"
    for entry in read_log("".join(f"{one.line}\n" for one in taken.candidates), made).entries:
        taken.candidates[entry.line - 1].entry = entry
    off = {plain_id(*one) for one in found.off}
    compared = compare(taken.candidates, taken.ids, map(plain_id, found.uids), off, texts.entries, first, zone.date_of(last))
    for one, other in compared.twice:
        reason = f"its entry would be that of line {other.occurrence.line} once more"
        found.left.append(Told(one.occurrence.line, one.occurrence.title, reason, one.line.partition("  ")[0]))
    entries = _entries(compared, texts, found, wish, made)
    return Imported(texts, entries, compared, taken, found)


def _rules(wish: ImportWish, read: Reader) -> list[Rule]:
    from pactlang.calendars.reading.rules import RuleError, read_rules

    try:
        rules = read_rules(read(Path(wish.rules)).decode())
    except UnicodeDecodeError:
        raise InputError(f"{wish.rules} is not a text file") from None
    except RuleError as wrong:
        raise InputError(f"{wish.rules}:{wrong.line}: {wrong}") from None
    asking = next((rule for rule in rules if rule.asks("answer")), None)
    if asking is not None and not wish.me:
        said = 'with --me, for example --me ana@example.org, or in pact.toml under [import]: me = "ana@example.org"'
        raise InputError(f"{wish.rules}:{asking.line}: whose answer? Say it {said}")
    return rules


def _entries(compared: Compared, texts: Texts, found: CalendarRead, wish: ImportWish, made: str) -> list[Entry]:
    """The new entries, held against the logs. A title of which no entry can be made is left out; a rule that never makes one is a fault."""
    plain = read_plainly([path for path in texts.logs if str(path) != STANDARD_INPUT])
    known = Known.of(texts.agreements, whole=texts.whole)

    def checked(lines: Sequence[str]) -> ReadLog:
        return validate(combine([plain, read_log("".join(f"{line}\n" for line in lines), made)]), known, made)

    log = checked([one.line for one in compared.new])
    faults = [one for one in log.diagnostics if one.span.source.name == made and one.severity is Severity.ERROR]
    wrong: dict[int, Diagnostic] = {}
    for fault in faults:
        wrong.setdefault(fault.span.start_position.line, fault)
    sound: dict[int, bool] = {}
    for line, fault in wrong.items():
        one = compared.new[line - 1]
        if one.rule.line not in sound:
            names = (texts.agreements[-1].parties[0], "somebody") if one.rule.uses_rest else ()
            tried = (checked([f"{one.line.partition('  ')[0]}  {one.rule.with_rest(name)}"]) for name in names)
            sound[one.rule.line] = any(not [it for it in log.diagnostics if it.span.source.name == made] for log in tried)
        if not sound[one.rule.line]:
            raise InputError(f"{wish.rules}:{one.rule.line}: what this rule produces is not a valid entry", faults[:5])
        reason = f"no entry can be made of this title: {fault.message} Give it a rule of its own"
        found.left.append(Told(one.occurrence.line, one.occurrence.title, reason, one.line.partition("  ")[0]))
    compared.new = [one for line, one in enumerate(compared.new, 1) if line not in wrong]
    return [entry for entry in log.entries if entry.file == made and entry.line not in wrong]
