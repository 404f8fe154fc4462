"""Every version of an agreement that git keeps, read as it was in its commit, with the day from which it is in force."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.check.agreed import agreed, settled
from pactlang.diagnostics import Diagnostic, Severity
from pactlang.model.calendar import load_zone
from pactlang.resolve import resolve_file
from pactlang.versions.commits import Commit, Tree, commits_of, has_commits, names_of
from pactlang.versions.git import GitError, Repository, name_in, repository_at

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

Reader = Callable[[Path], bytes]
_MOST_NOTES = 6
_SHALLOW = "this is a shallow clone: versions before its first commit are not here ('git fetch --unshallow' brings them)"


class Version(Struct, frozen=True):
    """One text that counts: `commits` are those it came about in, oldest first; none where it is not committed.

    Its agreement says from when it is in force: what its header says, else the day of the commit that brought it.
    """

    agreement: Agreement
    start: int
    commits: tuple[Commit, ...] = ()


class History(Struct):
    """The versions in the order in which they were written, and what is to be told about how they were read."""

    versions: list[Version] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)


def read_history(path: Path, read: Reader, default_zone: Zone) -> History:
    """Every version of a file in git, and its present text where that says something else.

    `read` gives the present files; what it raises is not caught. Raises `GitError` where there is no history to read.
    """
    read(path)  # where there is no such file, that is what to say
    repository = repository_at(path.resolve().parent)
    name = name_in(repository, path)
    if not has_commits(repository):
        raise GitError(f"nothing is committed in {repository.top} yet, so {path} has no history; 'git commit' starts one")
    reading = _Reading(repository, names_of(repository, name), default_zone)
    reading.read_commits()
    if not reading.commits:
        raise GitError(f"{path} has not been committed yet, so it has no history")
    history = reading.history
    history.notes[:] = [*([_SHALLOW] if repository.shallow else []), *_few(history.notes), *reading.read_present(path, read)]
    if not history.versions:
        raise GitError(f"no version of {path} can be read: " + "; ".join(history.notes))
    history.versions = [_dated(version, history.versions) for version in history.versions]
    return history


def _dated(version: Version, versions: list[Version]) -> Version:
    """A version with the day on which it took over: where somebody signed later than it was to begin, the day after that."""
    found = agreed(settled([one.agreement for one in versions])).standing
    start = next((one.start for one in found if one.agreement.digest == version.agreement.digest), version.start)
    return replace(version, start=start, agreement=replace(version.agreement, in_force_from=start))


class _Reading:
    """Reads one file's versions, one commit after the other."""

    def __init__(self, repository: Repository, names: tuple[str, ...], default_zone: Zone) -> None:
        self._repository = repository
        self._names = names
        self._default_zone = default_zone
        self._told: set[tuple[str, ...]] = set()
        self.commits: list[Commit] = []
        self.history = History()

    def read_commits(self) -> None:
        """All commits that changed the file, or what it includes in any of them."""
        names = set(self._names)
        while True:
            self.history, self._told = History(), set()
            self.commits = commits_of(self._repository, sorted(names))
            used = set[str]().union(*(self._read_commit(commit) for commit in self.commits))
            if used <= names:
                return
            names |= used  # what it includes has a history, too

    def _read_commit(self, commit: Commit) -> set[str]:
        """Take in the text of one commit; gives the names of the files that were asked for."""
        tree = Tree(self._repository, commit.hash)
        name = next((one for one in self._names if tree.read(one) is not None), "")
        if name:
            agreement, errors, _ = self._resolve(name, commit.short, tree)
            if agreement is None or errors:
                self.history.notes.append(f"{commit.short} is left out, since its text cannot be read: {_where(errors)}")
            else:
                self._take(agreement, commit)
        return tree.read_names

    def _resolve(self, name: str, revision: str, tree: Tree) -> tuple[Agreement | None, list[Diagnostic], list[Diagnostic]]:
        here = Path.cwd()
        agreement, found = resolve_file(tree.path(name, revision, here), tree.reader(here))
        return agreement, [one for one in found if one.severity is Severity.ERROR], found

    def _take(self, agreement: Agreement, commit: Commit | None) -> None:
        """Add a text to those that count, unless it only says again what the last one says."""
        versions = self.history.versions
        said = agreement.in_force_from is not None
        if agreement.in_force_from is not None:
            start = agreement.in_force_from
        elif not agreement.unsigned:
            start = max(one.on for one in agreement.signatures) + 1
        else:
            start = self._day_of(agreement, commit)
        commits = (commit,) if commit is not None else ()
        if versions and _same(versions[-1].agreement, agreement):
            return
        signing = bool(versions) and versions[-1].agreement.digest == agreement.digest and bool(versions[-1].agreement.unsigned)
        if signing and not said and all(version.agreement.unsigned for version in versions):
            start = versions[-1].start  # the first words that anybody signed are the same ones that were judged as a draft
        if versions and commit is not None:
            self._tell_old_signatures(versions, agreement, commit.short)
        kept: list[Version] = []
        for version in versions:
            # A text that starts earlier, or on the same day, says what holds from then on; a draft leaves signed ones alone.
            replaced = version.start >= start and (said or version.start == start)
            replaced = replaced or (signing and version is versions[-1])
            if replaced and (version.agreement.unsigned or not agreement.unsigned):
                commits = (*version.commits, *commits)
            else:
                kept.append(version)
        self.history.versions = [*kept, Version(replace(agreement, in_force_from=start), start, commits)]

    def _day_of(self, agreement: Agreement, commit: Commit | None) -> int:
        zone = load_zone(agreement.zone) if agreement.zone else self._default_zone
        if commit is not None:
            return zone.date_of(commit.instant)
        # What nobody has committed starts after everything that is.
        return max([version.start for version in self.history.versions], default=zone.date_of(self.commits[-1].instant))

    def _tell_old_signatures(self, versions: list[Version], agreement: Agreement, where: str) -> None:
        """A signature without a digest that stood under other words before was not given to these."""
        before = versions[-1].agreement
        if before.digest == agreement.digest:
            return
        given = {(one.party, one.on) for one in before.signatures}
        old = [one.party for one in agreement.signatures if not one.digest and (one.party, one.on) in given]
        fact = (agreement.digest, *old)
        if old and fact not in self._told:
            self._told.add(fact)
            whose = f"the signature of {old[0]} was" if len(old) == 1 else f"the signatures of {' and '.join(old)} were"
            self.history.notes.append(f"{where} changes the words; {whose} given to those before")

    def read_present(self, path: Path, read: Reader) -> list[str]:
        """Take in the text as it is now; where it is not committed it counts as a draft beside what is signed, which is told."""
        history = self.history
        agreement, found = resolve_file(path, read)
        errors = [one for one in found if one.severity is Severity.ERROR]
        committed, failed, _ = self._resolve(self._names[0], "HEAD", Tree(self._repository, "HEAD"))
        changed = committed is None or bool(failed) or agreement is None or not _same(committed, agreement)
        if agreement is None or errors:
            if changed and committed is not None and not failed:
                return [f"{path} as it is now cannot be read, so its committed texts count: {_where(errors)}"]
            return []
        history.warnings += found
        if not changed:
            last = history.versions[-1] if history.versions else None
            if last is not None and _same(last.agreement, agreement):
                # The same text, by the name and with the lines that people have before them.
                history.versions[-1] = replace(last, agreement=replace(agreement, in_force_from=last.start))
            return []
        signed = any(not version.agreement.unsigned for version in history.versions)
        if signed:
            agreement = replace(agreement, signatures=())
        self._take(agreement, None)
        return [f"{path} has changes that are not committed; until they are, it counts as a draft"]


def _few(notes: list[str]) -> list[str]:
    """The newest of many things to tell, and how many more there are."""
    more = len(notes) - _MOST_NOTES
    return [f"{more} more things about earlier commits are not listed here", *notes[more:]] if more > 1 else notes


def _same(one: Agreement, other: Agreement) -> bool:
    """Whether two texts say the same and are signed by the same, whatever their comments and their layout."""
    return one.digest == other.digest and _signed(one) == _signed(other)


def _signed(agreement: Agreement) -> list[tuple[str, int, str]]:
    return sorted((one.party, one.on, one.digest) for one in agreement.signatures)


def _where(errors: list[Diagnostic]) -> str:
    if not errors:
        return "it has no 'pact' heading"
    at = errors[0].span.start_position
    return f"{errors[0].span.source.name}:{at.line}:{at.column}: {errors[0].message}"
