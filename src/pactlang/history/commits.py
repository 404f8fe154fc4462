"""Commits by their names, and the files of one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from pactlang.history import GitError
from pactlang.history.git import Repository, asked, run


class Commit(Struct, frozen=True):
    """One commit. `instant` is when its author made it, in seconds since 1970."""

    hash: str
    short: str
    instant: int
    author: str
    subject: str
    body: str


_LAST_INSTANT = 32_503_593_600  # near the end of 2999
_FIELDS = ("%H", "%h", "%at", "%an", "%s", "%b")


def has_commits(repository: Repository) -> bool:
    """Whether there is any commit at all."""
    return run(repository.top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").code == 0


def commits_named(repository: Repository, hashes: Sequence[str]) -> dict[str, Commit]:
    """Some commits by their names. Raises `GitError`."""
    if not hashes:
        return {}
    asking = ("log", "-z", "--no-walk=unsorted", "--stdin", "--no-color", "--encoding=UTF-8", f"--format=tformat:{'%x00'.join(_FIELDS)}")
    told = asked(repository.top, *asking, given="".join(f"{one}\n" for one in hashes).encode())
    words = told.decode(errors="replace").split("\0")
    found = [
        Commit(words[at], words[at + 1], _within_calendar(words[at + 2]), *(part.strip() for part in words[at + 3 : at + 6]))
        for at in range(0, len(words) - len(_FIELDS) + 1, len(_FIELDS))
    ]
    return {one.hash: one for one in found}


def _within_calendar(instant: str) -> int:
    """The time of a commit, which anybody can set to anything, brought into the years that an agreement may speak of."""
    return min(max(int(instant), 0), _LAST_INSTANT)


class Tree(Struct):
    """The files of one commit (with none named, of the next one), each read when it is asked for."""

    repository: Repository
    commit: str
    _read: dict[str, bytes | None] = field(default_factory=dict)

    @property
    def read_names(self) -> set[str]:
        """The files that were asked for."""
        return set(self._read)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, by its name from the top of the repository; None where there is none of that name."""
        if name not in self._read:
            ran = run(self.repository.top, "cat-file", "blob", f"{self.commit}:{name}", index=not self.commit)
            self._read[name] = None if ran.code else ran.out
        return self._read[name]

    def reader(self, here: Path) -> Callable[[Path], bytes]:
        """Reads files by their paths from a folder. `3f2c1ab:./us.pact` is the same path as `us.pact`, and says where it is read."""
        top, folder = self.repository.top.resolve(), here.resolve()

        def read(path: Path) -> bytes:
            shown = str(path).partition(":")[2] if self.commit else str(path)
            wanted = Path(os.path.normpath(folder / shown))
            data = self.read(wanted.relative_to(top).as_posix()) if wanted.is_relative_to(top) else None
            if data is None:
                raise GitError(f"there is no file {shown} in {f'commit {self.commit[:7]}' if self.commit else 'what is to be committed'}")
            return data

        return read

    def path(self, name: str, revision: str, here: Path) -> Path:
        """How git itself writes a file of a commit, from the folder we are in (`git show 3f2c1ab:./us.pact`), and its reader reads it."""
        from_here = Path(os.path.relpath(self.repository.top.resolve() / name, here.resolve())).as_posix()
        return Path(f"{revision}:{'' if from_here.startswith('../') else './'}{from_here}")


def staged(repository: Repository, endings: tuple[str, ...]) -> list[str]:
    """The names of the files that the next commit would add or change."""
    if has_commits(repository):
        shown = ("--name-only", "--diff-filter=ACMR", "-z", "--no-ext-diff", "--no-color")
        told = asked(repository.top, "diff", "--cached", *shown, index=True)
    else:
        told = asked(repository.top, "ls-files", "--cached", "-z", index=True)
    return [name for name in os.fsdecode(told).split("\0") if name.endswith(endings)]
