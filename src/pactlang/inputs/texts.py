"""Puts text, tree, model and log together: the texts that count, the entries of the logs, and how an agreement came about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs.files import LOG_ENDINGS, STANDARD_INPUT, InputError, Reader, listed, read_file, shown, sort_files
from pactlang.inputs.moments import moment_or_now, zone_of_all
from pactlang.model.calendar import machine_zone

if TYPE_CHECKING:
    from pactlang.checker.timeline import Timeline, Version
    from pactlang.history.door import Door
    from pactlang.history.story import Version as Told
    from pactlang.log.entry import Entry
    from pactlang.log.read import ReadLog
    from pactlang.log.table_settings import TableSettings
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

_LARGE = 10_000_000  # bytes of a log that are read again for those who point into it, rather than held until all is judged


def load(path: str | Path, *, read: Reader = read_file, warnings: list[Diagnostic] | None = None) -> Agreement:
    """Read one agreement.

    Raises `InputError` with every fault of the file (and of those it includes), each with its place. What is only worth a look is
    added to `warnings`.
    """
    agreement, diagnostics = _load(Path(path), read)
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    if agreement is None or errors:
        raise InputError(diagnostics=diagnostics)
    if warnings is not None:
        warnings += diagnostics
    return agreement


def load_text(text: str, name: str = "us.pact") -> Agreement:
    """Read an agreement from text. Raises `InputError` as `load` does; what it includes is read beside `name`."""

    def read(path: Path) -> bytes:
        return text.encode() if path == Path(name) else read_file(path)

    return load(name, read=read)


def _load(path: Path, read: Reader) -> tuple[Agreement | None, list[Diagnostic]]:
    from pactlang.resolve import resolve_file

    return resolve_file(path, read)


def read_logs(
    paths: Sequence[Path], agreements: Sequence[Agreement], read: Reader = read_file, *, whole: bool = True
) -> tuple[list[Entry], list[Diagnostic]]:
    """Every entry of the logs in the order given, duplicates taken out, and everything there is to say about them.

    Where not all texts of the agreement are here (not `whole`), a waiver may name a clause of one that is missing.
    """
    from pactlang.log.validate import Known, validate

    log = validate(read_plainly(paths, read), Known.of(agreements, whole=whole))
    return log.entries, log.diagnostics


def read_plainly(paths: Sequence[Path], read: Reader = read_file) -> ReadLog:
    """The logs as one, not yet held against any agreement; tables as the `pact.toml` above them says."""
    from pactlang.inputs.settings import table_settings_of
    from pactlang.log.read import combine

    return combine([_read_plainly(path, read, table_settings_of(path, read)) for path in paths])


def _read_plainly(path: Path, read: Reader, tables: TableSettings | None) -> ReadLog:
    from pactlang.log.read import read_log

    data = read(path)
    log = read_log(data, shown(path), tables=tables)
    if len(data) > _LARGE and read is read_file and str(path) != STANDARD_INPUT:
        known = hash(data)

        def again() -> bytes:
            found = read(path)
            if hash(found) != known:
                raise InputError(f"{path} was changed while it was being read; try again")
            return found

        for source in log.sources.values():
            source.read_again(again)
    return log


class Texts(Struct):
    """Agreements and logs that were read without a fault, and what there is to know about how they were read.

    `agreements` are the texts that count; the last of them is the one to speak of now. `remarks` are about these texts, and said before
    the answer; `notes` are about how the files were found. `whole` says whether every text that was signed is here and could be read.
    """

    pacts: list[Path]
    logs: list[Path]
    agreements: list[Agreement]
    entries: list[Entry]
    warnings: list[Diagnostic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    whole: bool = True

    @property
    def zone(self) -> Zone:
        """The zone of the agreement to speak of now, else of the newest that names one, else the machine's."""
        return zone_of_all(self.agreements)


def read_texts(files: Sequence[str], *, this_text: bool = False, as_of: str = "", read: Reader = read_file) -> Texts:
    """Tell agreements from logs and read all of them. All faults of all files come in one `InputError`.

    The agreements are those that count: each file named, and every text of it that git keeps; with `this_text`, the files alone.
    """
    pacts, logs = sort_files([Path(name) for name in files])
    door = the_door(pacts, read, this_text=this_text)
    agreements, diagnostics, notes = door.agreements, door.faults, list[str]()
    if any(one.severity is Severity.ERROR for one in diagnostics):
        # The log is still read, so that all is said at once; where it cannot be told who the parties are, no name in it is doubted.
        named = len(agreements) == len(pacts) and all(agreement.parties for agreement in agreements)
        diagnostics.extend(read_logs(logs, agreements, read, whole=door.whole)[1] if named else read_plainly(logs, read).diagnostics)
        raise InputError(diagnostics=diagnostics)
    entries, found = read_logs(logs, agreements, read, whole=door.whole)
    diagnostics.extend(found)
    if any(one.severity is Severity.ERROR for one in found):
        raise InputError(diagnostics=_with_entries(diagnostics, agreements, as_of))
    _of_one_kind(agreements)
    if not logs:
        notes.append(_no_log(pacts[-1]))
    shown, remarks = (agreements, door.notes) if door.drafts else _in_order(door, entries, as_of)
    return Texts(pacts, logs, shown, entries, diagnostics, notes, remarks, door.whole)


def _with_entries(faults: list[Diagnostic], agreements: list[Agreement], as_of: str) -> list[Diagnostic]:
    """The faults of logs, with what a line could mean that is no entry: of text logs, in the order of their entries."""
    if not any(one.span.source.name.endswith(".pactlog") for one in faults):
        return faults
    from pactlang.inputs.entries import with_entries

    zone = zone_of_all(agreements)
    day, second, *_ = zone.written(moment_or_now(as_of, zone))
    return with_entries(faults, agreements, (day, second))


_INSTEAD = ". Use --this-text to read the file as it is, without earlier versions"


def the_door(pacts: Sequence[Path], read: Reader = read_file, *, this_text: bool = False, instead: str = _INSTEAD) -> Door:
    """The texts that count, of the files that are named. Raises `InputError` where they are in a repository that cannot be asked,
    with what to do `instead`.
    """
    from pactlang.history import GitError
    from pactlang.history.door import through_the_door
    from pactlang.history.lying import lie

    try:
        lying = []
        for path in pacts:
            kept = _at_revision(path)
            lying.append(lie(path, read) if kept is None else lie(*kept, revision=True))
    except GitError as problem:
        raise InputError(str(problem)) from None
    try:
        return through_the_door(lying, this_text=this_text)
    except GitError as problem:
        raise InputError(f"{problem}{instead}") from None


def _at_revision(path: Path) -> tuple[Path, Reader] | None:
    """The text that `REV:PATH` names and what reads it; None for the name of an ordinary file."""
    if ":" not in str(path):
        return None
    from pactlang.history.revision import at_revision

    return at_revision(str(path))


def _in_order(door: Door, entries: Sequence[Entry] = (), as_of: str = "") -> tuple[list[Agreement], list[str]]:
    """The versions in the order in which they are in force, the one to speak of at a moment last, each with the date of its start.

    With it all that there is to tell, also where none of the texts that lie there is the one to speak of.
    """
    from pactlang.checker.engine import timeline_of
    from pactlang.checker.timeline import version_at

    agreements = door.agreements
    moment = moment_or_now(as_of, zone_of_all(agreements))
    laid = timeline_of(agreements, entries, moment, machine_zone())
    door.hear(laid.agreements)
    versions = laid.versions
    if not versions:
        return agreements, door.notes
    now = version_at(versions, moment)
    shown = {version.agreement.digest: version.agreement for version in reversed(versions)}
    rest = [one for one in agreements if one.digest not in shown]
    others = [one for one in reversed(shown.values()) if now is None or one.digest != now.agreement.digest]
    told = [*door.lacking, *door.told, *_another(door, versions, now, moment), *door.aside]
    return [*rest, *others, *([shown[now.agreement.digest]] if now is not None else [])], told


def _another(door: Door, versions: Sequence[Version], now: Version | None, moment: int) -> list[str]:
    """Where the text that lies there was in force, and another has taken its place."""
    here = {one.agreement.digest: str(one.path) for one in door.lying if one.agreement is not None and one.readable}
    if now is None or not now.judges(moment) or now.agreement.digest in here:
        return []
    later = {one.agreement.digest for one in versions if one.index > now.index}  # that one begins is told anyway
    over = {one.agreement.digest for one in versions if one.index < now.index} - later
    since = date.fromordinal(now.first)
    return [
        f"{name} is not the text in force: since {since} that is {now.agreement.file}" for digest, name in here.items() if digest in over
    ]


def load_versions(path: str | Path, *, read: Reader = read_file, warnings: list[Diagnostic] | None = None) -> list[Agreement]:
    """Read all versions of an agreement that count: what git keeps of the file and what lies there. `check` takes them as they are.

    Where none was ever agreed on, it is the draft that lies there. Raises `InputError` as `load` does, and where git cannot be asked.
    """
    door = the_door([Path(path)], read)
    if any(one.severity is Severity.ERROR for one in door.faults):
        raise InputError(diagnostics=door.faults)
    if warnings is not None:
        warnings += door.faults
    return door.agreements if door.drafts else _in_order(door)[0]


def _no_log(pact: Path) -> str:
    folder = pact.parent if str(pact) != STANDARD_INPUT else Path()
    said = f"no log read: you gave none, and there is no .pactlog next to {shown(pact)}"
    maybe = listed(folder, *LOG_ENDINGS[1:], ".log")
    return f"{said}; if {maybe[0]} is your log, name it" if maybe else said


def _of_one_kind(agreements: Sequence[Agreement]) -> None:
    """Several agreements are taken for versions of one; raise `InputError` where one has no party in common with any other."""
    for agreement in agreements:
        others = {party for other in agreements if other is not agreement for party in other.parties}
        if len(agreements) > 1 and others.isdisjoint(agreement.parties):
            raise InputError(
                f"{agreement.file} has no party in common with the other agreement, so they are not versions of one; name the one you mean"
            )


class History(Struct):
    """How an agreement came about, what is to be told about how its texts were read, and whether all of them are here."""

    versions: list[Told]
    notes: list[str] = field(default_factory=list)
    whole: bool = True


def history_of(pacts: Sequence[Path], logs: Sequence[Path] = (), read: Reader = read_file) -> History:
    """Every text of one agreement that was agreed on, and the draft that lies there. Raises `InputError` where there is nothing to tell."""
    from pactlang.history.story import versions_of

    if len(pacts) > 1:
        raise InputError("a history is about one agreement; name only one file that ends in .pact or .md")
    door = the_door(pacts, read, instead="")
    if not any(kept.commits for kept in door.kept):
        why = f"has not been committed yet{'' if door.kept else ', or is not in a git repository'}"
        raise InputError(f"{pacts[0]} {why}, so it has no history; start one with 'git commit'")
    if any(one.severity is Severity.ERROR for one in door.faults):
        raise InputError(diagnostics=door.faults)
    laid = when_in_force(door, logs, read)
    door.hear(laid.agreements)
    return History(versions_of(door, laid), door.notes, door.whole)


def when_in_force(door: Door, logs: Sequence[Path], read: Reader = read_file) -> Timeline:
    """When each text of a door is in force, as of now. The logs only say who left, and when; with faults they are left out."""
    from pactlang.checker.engine import timeline_of

    entries, wrong = read_logs(logs, door.agreements, read)
    if any(one.severity is Severity.ERROR for one in wrong):
        entries = []
    return timeline_of(door.agreements, entries, moment_or_now("", machine_zone()), machine_zone())
