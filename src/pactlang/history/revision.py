"""A text as it was in some commit, named as git names it: `HEAD~1:us.pact`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pactlang.history import GitError
from pactlang.history.commits import Tree
from pactlang.history.git import repository_at, run


def at_revision(name: str) -> tuple[Path, Callable[[Path], bytes]] | None:
    """The path of a text in a commit and what reads it there; None where the name is that of an ordinary file.

    As in git, the path is from the top of the repository, unless it starts with `./` or `../`. Raises `GitError`.
    """
    revision, mark, file = name.partition(":")
    if not mark or not revision or not file or Path(name).exists():
        return None
    here = Path.cwd()
    repository = repository_at(here)
    found = run(here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.code:
        raise GitError(f"there is no commit {revision} here")
    tree = Tree(repository, os.fsdecode(found.out).strip())
    place = here.resolve() if file.startswith(("./", "../")) else repository.top.resolve()
    wanted = Path(os.path.normpath(place / file))
    if not wanted.is_relative_to(repository.top.resolve()):
        raise GitError(f"{file} is outside this repository")
    return tree.path(wanted.relative_to(repository.top.resolve()).as_posix(), revision, here), tree.reader(here)


def place_of(name: str) -> Path | None:
    """Where the file of `HEAD~1:us.pact` stands in the work tree; None where the name is that of an ordinary file. Raises `GitError`."""
    _, mark, file = name.partition(":")
    if not mark or not file or Path(name).exists():
        return None
    here = Path.cwd()
    top = here if file.startswith(("./", "../")) else repository_at(here).top
    return Path(os.path.relpath(top / file, here))
