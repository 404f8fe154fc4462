"""Finds and reads files, and puts text, tree, model and log together. The only module that opens files to read them.

Everything above works over a `Reader`, so an editor's unsaved text can stand in for a file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from errno import EBADF
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity, nearest_spelling
from pactlang.model.calendar import load_zone, machine_zone
from pactlang.reading import MOST_BYTES, MOST_TEXT, read_at_most, read_whole
from pactlang.source import PlainError
from pactlang.syntax.literate import ENDINGS as LITERATE

if TYPE_CHECKING:
    from pactlang.check.finding import Judgement
    from pactlang.check.timeline import Timeline
    from pactlang.lint.settings import Settings
    from pactlang.lint.subject import Subject
    from pactlang.log.entry import Entry
    from pactlang.log.read import ReadLog
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone
    from pactlang.resolve.files import Gathered
    from pactlang.versions.door import Door
    from pactlang.versions.story import Version

Reader = Callable[[Path], bytes]
STANDARD_INPUT = "-"
# The years that a log may speak of, too; seconds at most, as everywhere.
_MOMENT = re.compile(r"(19|2\d)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")
AGREEMENT_ENDINGS = (".pact", *LITERATE)
LOG_ENDINGS = (".pactlog", ".jsonl", ".ndjson", ".csv", ".parquet")


class InputError(PlainError):
    """The input or the call is wrong, so nothing was judged. `message` speaks of the call, `diagnostics` of the texts."""

    def __init__(self, message: str = "", diagnostics: Sequence[Diagnostic] = ()) -> None:
        self.message = message
        self.diagnostics = tuple(diagnostics)
        super().__init__(message or "; ".join(_one_line(one) for one in diagnostics))


def _one_line(diagnostic: Diagnostic) -> str:
    at = diagnostic.span.start_position
    return f"{diagnostic.span.source.name}:{at.line}:{at.column}: {diagnostic.message}"


class Checked(Struct):
    """A judgement with what the texts gave to say that did not keep them from being judged."""

    judgement: Judgement
    warnings: list[Diagnostic] = field(default_factory=list)
    since: int | None = None
    only: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises `InputError` in plain words."""
    try:
        if str(path) == STANDARD_INPUT:
            return read_at_most(sys.stdin.buffer, MOST_BYTES)
        return read_whole(path, MOST_TEXT if path.suffix in AGREEMENT_ENDINGS else MOST_BYTES)
    except FileNotFoundError:
        raise _missing(path) from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder, not a file") from None
    except OSError as problem:
        closed = problem.errno == EBADF and str(path) == STANDARD_INPUT
        raise InputError("standard input is closed" if closed else f"{path} cannot be read: {problem.strerror}") from None
    except ValueError:  # a character that no name of a file can hold
        raise _missing(path) from None


def _missing(path: Path, expected: str = "") -> InputError:
    """What to say of a file that is not there, with the nearest that is."""
    beside = [other.name for other in path.parent.glob("*") if other.is_file()] if path.parent.is_dir() else []
    near = nearest_spelling(path.name, beside)
    return InputError(f"there is no file {path}{f'; did you mean {path.with_name(near)}?' if near else expected}")


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


def check(
    agreements: Agreement | Sequence[Agreement],
    logs: str | Path | Sequence[str | Path] | Sequence[Entry] = (),
    *,
    as_of: datetime | None = None,
    keep_all: bool = False,
) -> Judgement:
    """Judge logs by an agreement, or by several versions of one.

    `logs` are paths, or entries already read. `as_of` defaults to now; one without a zone is read in the agreement's.
    Raises `InputError` with every fault of the logs. With `keep_all` the judgement lists what was kept, too.
    """
    from pactlang.check.engine import judge
    from pactlang.log.entry import Entry

    versions = (agreements,) if not isinstance(agreements, Sequence) else tuple(agreements)
    zone = zone_of_all(versions)
    paths: list[Path] = []
    entries: list[Entry] = []
    for one in [logs] if isinstance(logs, str | Path) else logs:
        if isinstance(one, Entry):
            entries.append(one)
        else:
            paths.append(Path(one))
    if paths:
        read, diagnostics = read_logs(paths, versions)
        if any(one.severity is Severity.ERROR for one in diagnostics):
            raise InputError(diagnostics=diagnostics)
        entries.extend(read)
    moment = datetime.now(UTC) if as_of is None else as_of
    instant = int(moment.timestamp()) if moment.tzinfo is not None else _local_instant(moment, zone)
    return judge(versions, entries, instant, zone, keep_all=keep_all)


def zone_of_all(agreements: Sequence[Agreement]) -> Zone:
    """The zone of the last agreement that names one, else the machine's."""
    named = [agreement.zone for agreement in agreements if agreement.zone]
    return load_zone(named[-1]) if named else machine_zone()


def _local_instant(moment: datetime, zone: Zone) -> int:
    return zone.instant(moment.toordinal(), moment.hour * 3600 + moment.minute * 60 + moment.second)


def read_logs(
    paths: Sequence[Path], agreements: Sequence[Agreement], read: Reader = read_file, *, whole: bool = True
) -> tuple[list[Entry], list[Diagnostic]]:
    """Every entry of the logs in the order given, duplicates taken out, and everything there is to say about them.

    Where not all texts of the agreement are here (not `whole`), a waiver may name a clause of one that is missing.
    """
    from pactlang.log.validate import Known, validate

    log = validate(_read_plainly(paths, read), Known.of(agreements, whole=whole))
    return log.entries, log.diagnostics


def _read_plainly(paths: Sequence[Path], read: Reader) -> ReadLog:
    """The logs as one, not yet held against any agreement."""
    from pactlang.log.read import combine, read_log

    return combine([read_log(read(path), _shown(path)) for path in paths])


def _shown(path: Path) -> str:
    return "-" if str(path) == STANDARD_INPUT else str(path)


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
    door = _door(pacts, read, this_text=this_text)
    agreements, diagnostics, notes = door.agreements, door.faults, list[str]()
    if any(one.severity is Severity.ERROR for one in diagnostics):
        # The log is still read, so that all is said at once; where it cannot be told who the parties are, no name in it is doubted.
        named = len(agreements) == len(pacts) and all(agreement.parties for agreement in agreements)
        diagnostics.extend(read_logs(logs, agreements, read, whole=door.whole)[1] if named else _read_plainly(logs, read).diagnostics)
        raise InputError(diagnostics=diagnostics)
    entries, found = read_logs(logs, agreements, read, whole=door.whole)
    diagnostics.extend(found)
    if any(one.severity is Severity.ERROR for one in found):
        raise InputError(diagnostics=diagnostics)
    _of_one_kind(agreements)
    if not logs:
        notes.append(_no_log(pacts[-1]))
    shown = agreements if door.drafts else _in_order(agreements, as_of)
    return Texts(pacts, logs, shown, entries, diagnostics, notes, door.notes, door.whole)


def _door(pacts: Sequence[Path], read: Reader, *, this_text: bool) -> Door:
    """The texts that count, of the files that are named."""
    from pactlang.versions.door import lie, through_the_door
    from pactlang.versions.git import GitError

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
        raise InputError(f"{problem}. --this-text takes the file as it is, without earlier versions") from None


def _at_revision(path: Path) -> tuple[Path, Reader] | None:
    """The text that `REV:PATH` names and what reads it; None for the name of an ordinary file."""
    if ":" not in str(path):
        return None
    from pactlang.versions.revision import at_revision

    return at_revision(str(path))


def _in_order(agreements: list[Agreement], as_of: str) -> list[Agreement]:
    """The versions in the order in which they are in force, the one to speak of at a moment last, each with the date of its start."""
    from pactlang.check.timeline import timeline, version_at

    versions = timeline(agreements, machine_zone(), 0).versions
    if not versions:
        return agreements
    now = version_at(versions, moment_or_now(as_of, versions[-1].zone))
    shown = {version.agreement.digest: version.agreement for version in reversed(versions)}
    rest = [one for one in agreements if one.digest not in shown]
    others = [one for one in reversed(shown.values()) if now is None or one.digest != now.agreement.digest]
    return [*rest, *others, *([shown[now.agreement.digest]] if now is not None else [])]


def load_versions(path: str | Path, *, read: Reader = read_file, warnings: list[Diagnostic] | None = None) -> list[Agreement]:
    """Read all versions of an agreement that count: what git keeps of the file and what lies there. `check` takes them as they are.

    Where none was ever agreed on, it is the draft that lies there. Raises `InputError` as `load` does, and where git cannot be asked.
    """
    door = _door([Path(path)], read, this_text=False)
    if any(one.severity is Severity.ERROR for one in door.faults):
        raise InputError(diagnostics=door.faults)
    if warnings is not None:
        warnings += door.faults
    return door.agreements if door.drafts else _in_order(door.agreements, "")


def _no_log(pact: Path) -> str:
    folder = pact.parent if str(pact) != STANDARD_INPUT else Path()
    said = f"no log was read: none is named, and no .pactlog stands beside {_shown(pact)}"
    maybe = sorted(path for ending in (*LOG_ENDINGS[1:], ".log") for path in folder.glob(f"*{ending}"))
    return f"{said}; if {maybe[0]} is your log, name it" if maybe else said


def _of_one_kind(agreements: Sequence[Agreement]) -> None:
    """Several agreements are taken for versions of one; raise `InputError` where one has no party in common with any other."""
    for agreement in agreements:
        others = {party for other in agreements if other is not agreement for party in other.parties}
        if len(agreements) > 1 and others.isdisjoint(agreement.parties):
            raise InputError(
                f"nobody in {agreement.file} stands in the other agreement too, so they are no versions of one; name the agreement you mean"
            )


def split_call(words: Sequence[str]) -> tuple[list[str], str]:
    """The files that a call starts with, and the rest of its words as one text.

    >>> split_call(["us.pact", "2026.pactlog", "encounter", "with", "dana"])
    (['us.pact', '2026.pactlog'], 'encounter with dana')
    """
    count = 0
    while count < len(words) and (words[count] == STANDARD_INPUT or words[count].endswith((*AGREEMENT_ENDINGS, *LOG_ENDINGS))):
        count += 1
    return list(words[:count]), " ".join(words[count:]).strip()


NEW_ENTRY = "your entry"  # what faults call the text of an entry that is in no file yet


def read_entry(line: str, texts: Texts) -> Entry:
    """One entry that is in no file yet, held against the agreements and the logs. Raises `InputError` with all its faults."""
    from pactlang.log.read import combine, read_log
    from pactlang.log.validate import Known, validate

    plain = [read_log(read_file(path), _shown(path)) for path in texts.logs if str(path) != STANDARD_INPUT]
    new = read_log(line, NEW_ENTRY)
    own = [entry.line for entry in new.entries]
    log = validate(combine([*plain, new]), Known.of(texts.agreements, whole=texts.whole), NEW_ENTRY)
    faults = [one for one in log.diagnostics if one.span.source.name == NEW_ENTRY]
    if any(one.severity is Severity.ERROR for one in faults):
        raise InputError(diagnostics=faults)
    entry = next((one for one in log.entries if one.file == NEW_ENTRY), None)
    if entry is None or len(own) != 1:
        raise InputError("the log says this already" if own else "say one entry, for example: disclosure by Ana to Ben about e1")
    return entry


def moment_or_now(as_of: str, zone: Zone) -> int:
    """A moment as typed, or now where nothing was."""
    return moment_of(as_of, zone) if as_of else int(datetime.now(UTC).timestamp())


def check_files(
    files: Sequence[str],
    *,
    as_of: str = "",
    since: str = "",
    only: Sequence[str] = (),
    keep_all: bool = False,
    this_text: bool = False,
    read: Reader = read_file,
) -> Checked:
    """What `pact check` does: tell agreements from logs, read all of them, judge.

    All faults of all files come in one `InputError`. `as_of` and `since` are as typed.
    """
    from pactlang.check.engine import judge

    texts = read_texts(files, this_text=this_text, as_of=as_of, read=read)
    zone = texts.zone
    instant = moment_or_now(as_of, zone)
    first = date_of(since, "--since") if since else None
    known_clauses(only, texts.agreements)
    judgement = judge(texts.agreements, texts.entries, instant, zone, keep_all=keep_all or first is not None or bool(only))
    judgement.first = texts.remarks
    return Checked(judgement, texts.warnings, first, tuple(only), texts.notes)


class History(Struct):
    """How an agreement came about, and what is to be told about how its texts were read."""

    versions: list[Version]
    notes: list[str] = field(default_factory=list)


class ToLint(Struct):
    """One agreement as the linter gets it: its bytes, what rules look at (None where it could not be read far enough), and its faults."""

    path: Path
    data: bytes
    subject: Subject | None
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        """Whether some of the text could not be read: then nobody can tell what is missing from it."""
        return any(one.severity is Severity.ERROR for one in self.faults)


def _inside(folder: Path, ending: str) -> list[Path]:
    """The files of a folder with an ending. Raises `InputError` where one is a link that leads elsewhere: that is read only by its name."""
    found = sorted(folder.glob(f"*{ending}"))
    for path in found:
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise InputError(f"{path} is a link that leads out of its folder; to read it all the same, name it")
    return found


def agreements_of(folder: Path) -> list[Path]:
    """The agreements of a folder; those in Markdown only where there is no other, so that a README is not taken for one."""
    found = _inside(folder, ".pact")
    return found or sorted(path for ending in LITERATE for path in folder.glob(f"*{ending}") if _holds_a_block(path))


def _holds_a_block(path: Path) -> bool:
    from pactlang.syntax.literate import block_lines

    try:
        data = read_whole(path, MOST_TEXT)
    except OSError:
        return False
    return bool(block_lines(data.decode("utf-8-sig", errors="replace")))


def agreements_in(names: Sequence[str]) -> list[Path]:
    """The agreements that are named, with those of the folders that are; with nothing named, those of this folder."""
    found: list[Path] = []
    for name in names or ["."]:
        path = Path(name)
        if str(path) != STANDARD_INPUT and path.is_dir():
            inside = agreements_of(path)
            if not inside:
                where = "this folder" if name == "." else path
                raise InputError(f"there is no agreement in {where}; it ends in .pact, or in .md and has a ```pact block")
            found += inside
        elif path.suffix in AGREEMENT_ENDINGS or str(path) == STANDARD_INPUT:
            found.append(path)
        else:
            raise InputError(f"{path} is no agreement: name a file that ends in .pact or .md")
    return found


def read_to_lint(path: Path, logs: Sequence[str] = (), as_of: str = "", *, data: bytes | None = None, read: Reader = read_file) -> ToLint:
    """One agreement with the logs beside it (or those named). A log with faults is left out; `pact check` tells of them.

    Where a line of the agreement could not be read, there is still a subject of what could.
    """
    from pactlang.lint.subject import Subject, readable
    from pactlang.resolve import resolve_gathered
    from pactlang.resolve.files import gather

    own = read(path) if data is None else data
    gathered = gather(path, lambda one: own if one == path else read(one))
    agreement, faults = resolve_gathered(gathered)
    if agreement is None:
        return ToLint(path, own, None, faults)
    earlier = earlier_texts(path, gathered, agreement, faults)
    if any(one.severity is Severity.ERROR for one in faults):
        agreement = readable(agreement, faults)
    beside = [Path(one) for one in logs] or (_inside(path.parent, ".pactlog") if str(path) != STANDARD_INPUT else [])
    entries, wrong = read_logs(beside, [*earlier, agreement], read)
    if any(one.severity is Severity.ERROR for one in wrong):
        if logs:
            raise InputError(diagnostics=wrong)
        entries = []
    zone = zone_of_all([agreement])
    today = zone.date_of(moment_or_now(as_of, zone))
    return ToLint(path, own, Subject(agreement, tuple(gathered.own), tuple(entries), tuple(earlier), today), faults)


def earlier_texts(path: Path, gathered: Gathered, agreement: Agreement, faults: Sequence[Diagnostic]) -> list[Agreement]:
    """The texts that were agreed on before this one, in the order in which they took over; none where git cannot be asked."""
    if str(path) == STANDARD_INPUT:
        return []
    from pactlang.versions.door import Lying, through_the_door
    from pactlang.versions.git import GitError

    try:
        return through_the_door([Lying(path, gathered, agreement, tuple(faults))]).before(agreement)
    except GitError:
        return []


def lint_settings(path: Path, read: Reader = read_file) -> Settings:
    """The settings of the nearest `pact.toml`, from the agreement's folder upwards. Raises `InputError`."""
    from pactlang.lint.settings import FILE, Settings, SettingsError, read_settings

    folder = path.resolve().parent if str(path) != STANDARD_INPUT else Path().resolve()
    for place in (folder, *folder.parents):
        file = place / FILE
        if file.is_file():
            try:
                return read_settings(read(file), str(file))
            except SettingsError as wrong:
                raise InputError(str(wrong)) from None
    return Settings()


def history_of(pacts: Sequence[Path], logs: Sequence[Path] = (), read: Reader = read_file) -> History:
    """Every text of one agreement that was agreed on, and the draft that lies there. Raises `InputError` where there is nothing to tell."""
    from pactlang.versions.story import versions_of

    if len(pacts) > 1:
        raise InputError("the history is that of one agreement; name only one file that ends in .pact or .md")
    door = _door(pacts, read, this_text=False)
    if not any(kept.commits for kept in door.kept):
        why = f"has not been committed yet{'' if door.kept else ', or is not in a git repository'}"
        raise InputError(f"{pacts[0]} {why}, so it has no history; 'git commit' starts one")
    if any(one.severity is Severity.ERROR for one in door.faults):
        raise InputError(diagnostics=door.faults)
    return History(versions_of(door, when_in_force(door, logs, read)), door.notes)


def when_in_force(door: Door, logs: Sequence[Path], read: Reader = read_file) -> Timeline:
    """When each text of a door is in force, as of now. The logs only say who left, and when; with faults they are left out."""
    from pactlang.check.engine import timeline_of

    entries, wrong = read_logs(logs, door.agreements, read)
    if any(one.severity is Severity.ERROR for one in wrong):
        entries = []
    return timeline_of(door.agreements, entries, moment_or_now("", machine_zone()), machine_zone())


def known_clauses(only: Sequence[str], agreements: Sequence[Agreement]) -> None:
    """Raise `InputError` with the nearest name where any of these is no clause and no matrix of the agreements."""
    names = {clause.name for agreement in agreements for clause in agreement.clauses}
    names |= {matrix.name for agreement in agreements for matrix in agreement.matrices}
    for name in only:
        if name not in names:
            near = nearest_spelling(name, names)
            raise InputError(
                f"there is no clause {name}" + (f"; did you mean {near}?" if near else f"; there are: {', '.join(sorted(names))}")
            )


def named_part(words: Sequence[str], read: Reader = read_file, warnings: list[Diagnostic] | None = None) -> tuple[Agreement, str]:
    """An agreement (with none given, that of the folder we are in), and the one part of it that is asked for: a clause, a sentence, …"""
    files, name = split_call(words)
    pacts, _ = sort_files([Path(one) for one in files])
    if len(pacts) > 1 or any(Path(one).suffix not in AGREEMENT_ENDINGS for one in files):
        raise InputError("name one agreement, a file that ends in .pact or .md, and then a clause of it or nothing")
    agreement = load(pacts[0], read=read, warnings=warnings)
    clauses = [label for clause in agreement.clauses for label in (clause.name, *(one.label for one in clause.sentences))]
    others = [one.name for one in agreement.matrices] + [one.name for one in agreement.states] + [one.name for one in agreement.aims]
    names = dict.fromkeys([*clauses, *others])
    if name and name not in names:
        near = nearest_spelling(name, names)
        raise InputError(f"there is no clause {name}" + (f"; did you mean {near}?" if near else f"; there are: {', '.join(names)}"))
    return agreement, name


def known_party(party: str, agreement: Agreement) -> None:
    """Raise `InputError` with the nearest name where this is no party of the agreement; no name at all is fine."""
    if party and party not in agreement.parties:
        near = nearest_spelling(party, agreement.parties)
        known = f"did you mean {near}?" if near else f"there are: {', '.join(agreement.parties)}"
        raise InputError(f"{party} is no party of this agreement; {known}")


def sort_files(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Agreements and logs, told apart by their endings; with none given, those of the folder we are in."""
    pacts = [path for path in paths if path.suffix in AGREEMENT_ENDINGS]
    logs = [path for path in paths if path.suffix not in AGREEMENT_ENDINGS]
    for path in logs:
        if str(path) in (".", "..") or str(path).endswith("/"):
            raise InputError(f"{path} is a folder, not a file")
        if str(path) != STANDARD_INPUT and path.suffix not in LOG_ENDINGS and not path.is_file():
            raise _missing(path, f"; an agreement ends in .pact or .md, a log in {', '.join(LOG_ENDINGS)}")
    if not pacts:
        beside = agreements_of(Path())
        if len(beside) != 1:
            found = f"there are several: {', '.join(map(str, beside))}" if beside else "there is none in this folder"
            raise InputError(f"which agreement? {found}. Name it, such as us.pact, before all else")
        pacts = beside
    if not logs:
        logs = _inside(pacts[-1].parent, ".pactlog")
    return pacts, logs


def moment_of(text: str, zone: Zone) -> int:
    """A moment as typed: a date (the end of it: its last second), or a date and time, with an offset or in the given zone.

    >>> from pactlang.model.calendar import load_zone
    >>> moment_of("2026-10-05T12:00", load_zone("Europe/Berlin")) == moment_of("2026-10-05 12:00+02:00", load_zone("UTC"))
    True
    """
    words = text.strip()
    try:
        if not _MOMENT.fullmatch(words):
            raise ValueError(words)
        if len(words) == 10:
            return zone.midnight(date.fromisoformat(words).toordinal() + 1) - 1
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise InputError(f"{words!r} is no moment; write it as 2026-10-05 or 2026-10-05T12:00") from None
    return int(moment.timestamp()) if moment.tzinfo is not None else _local_instant(moment, zone)


def date_of(text: str, option: str) -> int:
    """A date as typed for an option, as an ordinal. Raises `InputError`."""
    try:
        if len(text.strip()) != len("2026-10-05"):
            raise ValueError(text)
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        raise InputError(f"{option}: {text!r} is no date; write it as 2026-10-05") from None
