"""What some files were in every commit, by all the names that they had, with what they bring in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pactlang.history import GitError
from pactlang.history.scan import Scan, beside, scan
from pactlang.history.upstream import may_differ
from pactlang.history.walk import Step, renamed_from, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.history.git import Objects, Repository

# What stands in git in place of a text that only a filter can read, or that is kept elsewhere.
_NOT_HERE = (b"\0GITCRYPT\0", b"version https://git-lfs.github.com/")


class Past:
    """The steps of some files, parents first, and the bytes of each of their states. Raises `GitError` where git cannot give them."""

    def __init__(self, repository: Repository, objects: Objects, roots: Sequence[str], included: Iterable[str]) -> None:
        self.repository = repository
        self._objects = objects
        self._data: dict[str, bytes] = {}
        self._looks: dict[tuple[str, str], Scan] = {}
        # Each name that is a text of its own, with the commits in which it is; None stands for all.
        self._roots: dict[str, frozenset[str] | None] = dict.fromkeys(roots)
        self._asked: set[tuple[str, str]] = set()
        self._renames: list[tuple[str, str, str]] = []  # a name, the commit that gave it, and the name before
        self.steps: list[Step] = []
        names = {*roots, *included}
        asked: set[str] = set()
        while asked != names:
            self.steps = walk(repository, sorted(names), objects)
            asked = set(names)
            names |= self._old_names()
            if names == asked:
                self._read({blob for step in self.steps for blob in step.fresh.values() if blob})
                names |= self._brought_in()
        self._names = names

    @property
    def by_hash(self) -> dict[str, Step]:
        """The steps by the names of their commits."""
        return {step.hash: step for step in self.steps}

    def upstream(self) -> list[Step]:
        """The steps of the upstream branch, as it was last fetched, that are not here."""
        if not self.steps or not may_differ(self.repository):
            return []
        try:
            steps = walk(self.repository, sorted(self._names), self._objects, since="HEAD", until="@{upstream}")
        except GitError:
            return []  # nothing was fetched yet
        self._read({blob for step in steps for blob in step.files.values()})
        return steps

    def texts(self, step: Step) -> list[tuple[str, str]]:
        """The texts of a step: the name of each file that is one, and the id of its bytes."""
        files = step.files
        return [(name, files[name]) for name, commits in self._roots.items() if name in files and (commits is None or step.hash in commits)]

    def data(self, blob: str) -> bytes:
        """The bytes of one state of a file."""
        return self._data[blob]

    def look(self, blob: str, name: str) -> Scan:
        """A quick look at them."""
        found = self._looks.get((blob, name))
        if found is None:
            found = self._looks[blob, name] = scan(self._data[blob], name)
        return found

    def brings_in(self, files: Mapping[str, str], name: str) -> dict[str, str]:
        """All that a file brings in, and what these do, in one commit: the names with the ids of their bytes (empty where not there)."""
        found: dict[str, str] = {}
        if not self.look(files[name], name).includes:
            return found
        waiting = [name]
        while waiting:
            one = waiting.pop()
            blob = files.get(one, "")
            for other in self.look(blob, one).includes if blob else ():
                target = beside(one, other)
                if target and target != name and target not in found:
                    found[target] = files.get(target, "")
                    waiting.append(target)
        return found

    def _old_names(self) -> set[str]:
        """The names that the files had before they were renamed, each for the commits before that."""
        by_hash = self.by_hash
        looked: set[str] = set()
        while True:
            names = [name for name in self._roots if name not in looked]
            if not names:
                return set(self._roots)
            for name in names:
                looked.add(name)
                added = [step for step in self.steps if name in step.files and not _stood(name, step, by_hash)]
                for commit, old in self._renamed(name, added):
                    known = self._roots.get(old, frozenset())
                    self._roots[old] = None if known is None else known | _before(by_hash[commit], by_hash)

    def _renamed(self, name: str, added: Sequence[Step]) -> list[tuple[str, str]]:
        """Where a file came about by a rename, in one of the steps in which it was added; each is asked about once."""
        commits = [step.hash for step in added if (name, step.hash) not in self._asked]
        self._asked |= {(name, commit) for commit in commits}
        self._renames += [(name, *one) for one in renamed_from(self.repository, name, commits)] if commits else []
        return [(commit, old) for new, commit, old in self._renames if new == name]

    def _read(self, blobs: set[str]) -> None:
        wanted = sorted(blobs - set(self._data))
        for blob, found in zip(wanted, self._objects.read(wanted), strict=True):
            data = found[1] if found is not None else b""
            if data.startswith(_NOT_HERE):
                raise GitError("what git keeps of this text is encrypted, or kept elsewhere")
            self._data[blob] = data

    def _brought_in(self) -> set[str]:
        bring = [(step, root) for step in self.steps for root, blob in self.texts(step) if self.look(blob, root).includes]
        return {name for step, root in bring for name in self.brings_in(step.files, root)}


def _stood(name: str, step: Step, by_hash: Mapping[str, Step]) -> bool:
    return any(name in by_hash[parent].files for parent in step.parents if parent in by_hash)


def _before(step: Step, by_hash: Mapping[str, Step]) -> frozenset[str]:
    """All commits that a step comes after."""
    found: set[str] = set()
    waiting = list(step.parents)
    while waiting:
        one = waiting.pop()
        if one in by_hash and one not in found:
            found.add(one)
            waiting += by_hash[one].parents
    return frozenset(found)
