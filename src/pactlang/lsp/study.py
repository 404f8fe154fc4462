"""What is known about an agreement and its logs right now, read once for each change and kept until the next."""

from __future__ import annotations

import re
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.history import GitError
from pactlang.history.door import Door, through_the_door
from pactlang.history.kept import Kept, read_kept
from pactlang.history.lying import Lying, lie
from pactlang.inputs import AGREEMENT_ENDINGS, InputError, zone_of_all
from pactlang.inputs.settings import lint_settings
from pactlang.language.literate import agreement_line, block_lines, is_literate
from pactlang.language.tree import PactHeading
from pactlang.lint.rule import Family
from pactlang.lint.runner import Linted, chosen, lint
from pactlang.lint.settings import Settings
from pactlang.lint.subject import Subject, readable
from pactlang.log.read import ReadLog, combine, read_log
from pactlang.log.text import Memory
from pactlang.log.validate import Known, validate
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.examples import ExampleResult
    from pactlang.checker.finding import Judgement
    from pactlang.history.git import Repository
    from pactlang.language.tree import Document
    from pactlang.log.entry import Entry
    from pactlang.lsp.texts import Texts
    from pactlang.model.agreement import Agreement, Signature
    from pactlang.model.calendar import Zone
    from pactlang.resolve.files import Gathered, Reader

LOG_ENDING = ".pactlog"
_MOST_LINES = 50_000  # how many lines of a log are remembered at most
_NO_HEADING = "E022"
_UPWARDS = 3  # how many folders up an agreement may stand that brings a file in


class Study(Struct, dict=True, eq=False):
    """One agreement as it stands: its texts, its faults, its logs; what takes longer is worked out when it is asked for.

    `whole` says that the file has a `pact` heading; else it is a part that other files may bring in. `versions` are the texts that
    count, as every command takes them (`door`): of this file and of those beside it that bear the same title, with what git keeps;
    `lacking` tells what of it is missing or cannot be read.
    """

    path: Path
    gathered: Gathered
    agreement: Agreement | None
    faults: list[Diagnostic]
    log: ReadLog
    versions: tuple[Agreement, ...]
    settings: Settings
    now: int
    whole: bool = True
    door: Door | None = None
    lacking: list[str] = field(default_factory=list)

    def document(self, name: str) -> Document | None:
        """The tree of one of its own files, by the name that it was read under."""
        return next((one for one in self.gathered.own if one.source.name == name), None)

    @property
    def broken(self) -> bool:
        """Whether something in the agreement cannot be read."""
        return any(one.severity is Severity.ERROR for one in self.faults)

    @property
    def entries(self) -> list[Entry]:
        """The entries of the logs; none where a line of them is wrong, since a wrong log judges nothing."""
        return [] if any(one.severity is Severity.ERROR for one in self.log.diagnostics) else self.log.entries

    @property
    def zone(self) -> Zone:
        """The zone that times are read in."""
        return zone_of_all(self.versions)

    @cached_property
    def subject(self) -> Subject | None:
        """What the linter looks at."""
        if self.agreement is None or not self.whole:
            return None
        agreement = readable(self.agreement, self.faults) if self.broken else self.agreement
        earlier = tuple(self.door.before(self.agreement)) if self.door is not None else ()
        return Subject(agreement, tuple(self.gathered.own), tuple(self.entries), earlier, self.zone.date_of(self.now))

    @cached_property
    def linted(self) -> Linted:
        """What the rules find; contradictions, which are searched for, come later."""
        if self.subject is None:
            return Linted()
        rules, _ = chosen(self.settings.profile, self.settings.select, self.settings.ignore)
        plain = [rule for rule in rules if rule.family is not Family.CONTRADICTION and not (self.broken and rule.needs_all)]
        return lint(self.subject, plain)

    @cached_property
    def examples(self) -> tuple[ExampleResult, ...]:
        """How the agreement's own examples come out; nothing where something cannot be read."""
        if self.agreement is None or self.broken or not self.whole:
            return ()
        from pactlang.checker.examples import run_examples

        return run_examples(self.agreement, self.zone)

    @cached_property
    def judgement(self) -> Judgement | None:
        """The log judged as of now; None where anything in it or in the agreement cannot be read. What is kept is only counted."""
        return self._judged(keep_all=False)

    @cached_property
    def judgement_in_full(self) -> Judgement | None:
        """The same with what is kept, for who points at an entry: after each keystroke it would take too long."""
        return self._judged(keep_all=True)

    def _judged(self, *, keep_all: bool) -> Judgement | None:
        wrong = any(one.severity is Severity.ERROR for one in self.log.diagnostics)
        if wrong or not self.versions or not self.whole:
            return None
        drafts = self.door is None or self.door.drafts
        if drafts and (self.agreement is None or self.broken):
            return None  # what all have signed is judged whatever is being written
        from pactlang.checker.engine import judge

        return judge(self.versions, self.log.entries, self.now, self.zone, keep_all=keep_all)


class _Head(NamedTuple):
    """What the headings of a file say: an agreement of its own, its title, its first date in force, that it brings others in."""

    whole: bool = False
    title: str = ""
    first: str = ""
    includes: bool = False


_HEAD = re.compile(r'^pact\b[ \t]*(?P<title>["“„][^"“”]*)?', re.M)
_FORCE = re.compile(r"^[ \t]+in\s+force\s+from\s+(\d{4}-\d\d-\d\d)", re.M)
_INCLUDE = re.compile(r"^include\b", re.M)


def _head_of(data: bytes, path: Path) -> _Head:
    """Looked for, not read: this is asked of every file of a folder at every keystroke."""
    text = data.decode("utf-8-sig", errors="replace")
    if is_literate(path.name):
        source = SourceFile(path.name, text)
        text = "\n".join(agreement_line(source, number) for number in block_lines(text))
    head = _HEAD.search(text)
    force = _FORCE.search(text)
    return _Head(head is not None, (head["title"] or "") if head else "", force[1] if force else "", _INCLUDE.search(text) is not None)


class Desk:
    """Studies of all agreements at hand. One that nothing was changed for is not made again."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._memories: dict[Path, Memory] = {}
        self._logs: dict[Path, tuple[bytes, ReadLog]] = {}
        self._studies: dict[Path, tuple[object, Study]] = {}
        self._settings: dict[Path, tuple[object, Settings]] = {}
        self._heads: dict[Path, tuple[bytes, _Head]] = {}
        self._past: dict[object, tuple[object, Kept]] = {}

    # --- which file belongs to which ---

    def roots(self, path: Path) -> list[Path]:
        """The agreements that a file is part of: itself, those that bring it in, or for a log the one beside it."""
        if path.suffix == LOG_ENDING:
            found = self.agreement_of(path)
            return [found] if found is not None else []
        if self._head(path).whole:
            return [path]
        return [one for one in self._near(path) if self._brings_in(one, path)] or [path]

    def agreement_of(self, log: Path) -> Path | None:
        """The agreement beside a log: that of the same name, else the only one, of several versions the newest; None where it is open."""
        beside = [one for one in self.texts.beside(log.parent, *AGREEMENT_ENDINGS) if self._head(one).whole]
        same = next((one for one in beside if one.stem == log.stem), None)
        if same is not None:
            return same
        return beside[-1] if (beside := self._by_date(beside)) and len({self._head(one).title for one in beside}) == 1 else None

    def versions_of(self, path: Path) -> list[Path]:
        """The agreements of the same title beside this one, it among them, in the order of the dates from which they are in force."""
        title = self._head(path).title
        beside = [one for one in self.texts.beside(path.parent, *AGREEMENT_ENDINGS) if one == path or self._head(one).whole]
        return self._by_date([one for one in beside if one == path or (title and self._head(one).title == title)])

    def logs_of(self, path: Path) -> list[Path]:
        """The logs beside an agreement and its other versions."""
        versions = self.versions_of(path)
        return [one for one in self.texts.beside(path.parent, LOG_ENDING) if self.agreement_of(one) in versions]

    def _by_date(self, paths: list[Path]) -> list[Path]:
        return sorted(paths, key=lambda one: (self._head(one).first, one))

    def _head(self, path: Path) -> _Head:
        """What the heading of a file says, read again only where the file is another."""
        try:
            data = self.texts.read(path)
        except InputError:
            return _Head()
        known = self._heads.get(path)
        if known is None or known[0] != data:
            known = self._heads[path] = (data, _head_of(data, path))
        return known[1]

    def _near(self, path: Path) -> list[Path]:
        """Agreements that may bring a file in: in its folder and some folders above."""
        found: list[Path] = []
        for folder in [path.parent, *path.parent.parents][: 1 + _UPWARDS]:
            found += [one for one in self.texts.beside(folder, *AGREEMENT_ENDINGS) if one != path]
        return found

    def _brings_in(self, root: Path, part: Path) -> bool:
        head = self._head(root)
        return head.whole and head.includes and _resolved(part) in gather(root, self.texts.read).files

    # --- reading ---

    def study(self, path: Path) -> Study | None:
        """What is known about an agreement; None where there is no such file."""
        try:
            own = self.texts.read(path)
        except InputError:
            return None
        read: dict[Path, bytes] = {path: own}

        def reader(one: Path) -> bytes:
            if one not in read:
                read[one] = self.texts.read(one)
            return read[one]

        logs = [(one, self.texts.read(one)) for one in self.logs_of(path) if self._readable(one)]
        before = self._studies.get(path)
        if before is not None:
            known, study = before
            if known == (self._stamps(study, own), tuple(logs), self._day()):
                return study
        gathered = gather(path, reader)
        agreement, faults = resolve_gathered(gathered)
        whole = any(isinstance(block.heading, PactHeading) for block in gathered.own[0].blocks)
        if not whole and agreement is None:
            faults = [fault for fault in faults if fault.code != _NO_HEADING]
        own_text = Lying(path, gathered, agreement, tuple(faults))
        door, lacking = self._door(path, own_text, reader) if agreement is not None else (None, [])
        versions = tuple(door.agreements) if door is not None else ()
        log = self._log(logs, versions or ((agreement,) if agreement is not None else ()), whole=door is not None and door.whole)
        study = Study(path, gathered, agreement, faults, log, versions, self._settings_of(path), int(time.time()), whole, door, lacking)
        self._studies[path] = ((self._stamps(study, own), tuple(logs), self._day()), study)
        return study

    def _stamps(self, study: Study, own: bytes) -> object:
        """What must be the same for a study to hold still: every text that it was made of."""
        found: list[object] = [own]
        for document in study.gathered.own[1:]:
            try:
                found.append(self.texts.read(Path(document.source.name)))
            except InputError:
                found.append(None)
        others = [self.texts.read(one) for one in self.versions_of(study.path) if self._readable(one)]
        # What was not there may have come; nobody tells us of it where the editor watches no files.
        return (found, others, self._settings_of(study.path), study.gathered.incomplete and time.time() // 5)

    def _day(self) -> int:
        return int(time.time()) // 3600

    def _readable(self, path: Path) -> bool:
        try:
            self.texts.read(path)
        except InputError:
            return False
        return True

    def plain_log(self, path: Path, data: bytes) -> ReadLog:
        """One log by itself, only its changed lines read again."""
        before = self._logs.get(path)
        if before is not None and before[0] == data:
            return before[1]
        memory = self._memories.get(path)
        if memory is None or len(memory.lines) + len(memory.bodies) > _MOST_LINES:
            memory = self._memories[path] = Memory()
        found = read_log(data, str(path), memory)
        self._logs[path] = (data, found)
        return found

    def _door(self, path: Path, own: Lying, read: Reader) -> tuple[Door | None, list[str]]:
        """The texts that count (None where git cannot be asked: nothing is said of what was kept), and what cannot be read."""
        lying = [own if one == path else lie(one, read) for one in self.versions_of(path)]
        try:
            door = through_the_door(lying, ask=self._kept)
        except GitError as problem:
            return None, [f"{problem}; so nothing is said here of what was kept."]
        return door, door.lacking

    def _kept(self, repository: Repository, roots: Sequence[str], included: Sequence[str], here: Sequence[tuple[str, Signature]]) -> Kept:
        """What git keeps, asked again where something was committed, or somebody signed."""
        key = (repository.top, tuple(roots), tuple(included))
        stamp = (_changed(repository), tuple((line.party, line.on, line.digest) for _, line in here))
        before = self._past.get(key)
        if before is None or before[0] != stamp:
            self._past.clear()
            before = self._past[key] = (stamp, read_kept(repository, roots, included, here))
        return before[1]

    def _log(self, logs: list[tuple[Path, bytes]], versions: tuple[Agreement, ...], *, whole: bool) -> ReadLog:
        plain = combine([self.plain_log(path, data) for path, data in logs])
        if not any(one.parties for one in versions):
            return plain  # where it cannot be told who the parties are, no name in a log is doubted
        return validate(plain, Known.of(versions, whole=whole))

    def _settings_of(self, path: Path) -> Settings:
        folder = path.parent
        stamp = time.monotonic() // 2
        before = self._settings.get(folder)
        if before is not None and before[0] == stamp:
            return before[1]
        try:
            found = lint_settings(path)
        except InputError:
            found = Settings()
        self._settings[folder] = (stamp, found)
        return found

    def look_again(self) -> None:
        """Files on the disk may be others now: nothing that was worked out from them holds."""
        self._studies.clear()
        self._settings.clear()
        self._past.clear()

    def forget(self, path: Path) -> None:
        """A file was closed or has gone: what was remembered of it goes, too."""
        self._memories.pop(path, None)
        self._logs.pop(path, None)
        self._studies.pop(path, None)
        self._heads.pop(path, None)


def _changed(repository: Repository) -> object:
    """What is another once something was committed, or another commit checked out; asked again every few seconds all the same."""
    times: list[int] = [int(time.monotonic()) // 10]
    for name in ("HEAD", "logs/HEAD", "packed-refs"):
        try:
            times.append((repository.store / name).stat().st_mtime_ns)
        except OSError:
            times.append(0)
    return tuple(times)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path
