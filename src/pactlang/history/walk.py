"""Every state that some files had in git, from one `git log`: which commits changed them, in which order, and to what."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.history import GitError
from pactlang.history.git import Pieces, Repository, first_line, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pactlang.history.git import Objects

_NOTHING = frozenset({"0" * 40, "0" * 64})
_FILES = frozenset({"100644", "100755"})
_LOG = (
    "log",
    "--full-history",
    "--parents",
    "--topo-order",
    "--reverse",
    "-c",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-notes",
    "--no-decorate",
    "-z",
    "--format=tformat:%x01%H %at %P",
)
_LAST_INSTANT = 32_503_593_600  # near the end of 2999


class Step(Struct):
    """A commit that changed any of the files, or joined lines that did; `parents` are the nearest steps before it.

    `instant` is when its author made it, in seconds since 1970. `files` gives the id of each file as it was then.
    """

    hash: str
    instant: int
    parents: tuple[str, ...]
    changes: dict[str, str]
    files: dict[str, str]

    @property
    def fresh(self) -> Mapping[str, str]:
        """The files that may not have been so in any step before it."""
        return self.changes if len(self.parents) == 1 else self.files


def walk(repository: Repository, names: Sequence[str], objects: Objects, *, since: str = "", until: str = "HEAD") -> list[Step]:
    """The commits reachable from one (and not from `since`) that changed some files, parents first. Raises `GitError`."""
    told = Pieces(repository.top, b"\x01", *_LOG, *((f"^{since}",) if since else ()), until, "--", *names)
    steps = [_step(os.fsdecode(record)) for record in told if record]
    if told.failed is not None:
        if "does not have any commits yet" in told.failed or "bad revision 'HEAD'" in told.failed:
            return []
        raise _failed(repository, told.failed)
    _fill(steps, objects)
    return steps


def _failed(repository: Repository, said: str) -> GitError:
    if "dubious ownership" in said:
        return GitError(f"git does not read {repository.top}, because it belongs to someone else; 'git status' there says how to allow it")
    return GitError(f"git could not answer: {first_line(said) or 'it gave no reason'}")


def _step(record: str) -> Step:
    head, *rest = record.split("\0")
    commit, instant, *parents = head.split()
    changes: dict[str, str] = {}
    for place in range(0, len(rest) - 1, 2):
        # `:100644 100644 OLD NEW M`, or for a merge that is like none of its N sides as many more colons, modes and ids before the new.
        said = rest[place].split()
        if len(said) >= 5:
            changes[rest[place + 1]] = said[-2] if said[len(said) // 2 - 1] in _FILES and said[-2] not in _NOTHING else ""
    return Step(commit, min(max(int(instant), 0), _LAST_INSTANT), tuple(parents), changes, {})


def _fill(steps: Iterable[Step], objects: Objects) -> None:
    """Work out what all files were in each commit. A merge may have taken any side's, so git is asked where the sides differ."""
    known: dict[str, Step] = {}
    for step in steps:
        sides = [known[parent].files for parent in step.parents if parent in known]
        files = sides[0] if sides else {}
        if len(sides) > 1 and any(side != files for side in sides[1:]):
            names = sorted({name for side in sides for name in side if "\n" not in name})
            taken = objects.read([f"{step.hash}:{name}" for name in names])
            files = {name: found[0] for name, found in zip(names, taken, strict=True) if found is not None}
        if step.changes:
            files = files | step.changes
            if "" in step.changes.values():
                files = {name: blob for name, blob in files.items() if blob}
        step.files = files
        known[step.hash] = step


def renamed_from(repository: Repository, name: str, commits: Sequence[str]) -> list[tuple[str, str]]:
    """Where a file came about by a rename in any of some commits: the commit, and its name before. A copy of another is not that file."""
    given = "".join(f"{commit}\n" for commit in commits).encode()
    told = run(repository.top, "diff-tree", "--stdin", "-r", "-M", "--diff-filter=R", "--name-status", "-z", "--no-ext-diff", given=given)
    if told.code:
        raise _failed(repository, told.err)
    found: list[tuple[str, str]] = []
    words = iter(os.fsdecode(told.out).split("\0"))
    commit = ""
    for word in words:
        if word[:1] == "R" and word[1:].isdigit():
            old, new = next(words, ""), next(words, "")
            if new == name:
                found.append((commit, old))
        elif word.strip():
            commit = word.strip()
    return found
