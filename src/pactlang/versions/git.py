"""Runs git: with lists of arguments, without a pager, without hooks, and without what a repository's own settings would start."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from pactlang.programs import program

# A repository may come from somebody else: none of its settings may start a program here, and nothing may go to a network.
_SETTINGS = (
    "core.quotepath=off",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "log.showSignature=false",
    "log.mailmap=false",
    "diff.external=",
    "submodule.recurse=false",
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
# What a caller's own settings would change about what is read.
_LEFT_OUT = (
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
)


class GitError(Exception):
    """What git cannot give, in plain words."""


class Ran(Struct, frozen=True):
    """What one call of git gave."""

    code: int
    out: bytes
    err: str


def run(folder: Path, *arguments: str) -> Ran:
    """Run git in a folder. A code other than 0 is the caller's to judge; only git itself missing is a `GitError`."""
    git = program("git")
    if git is None:
        raise GitError("git is not installed here, or not found; the history of a text is read with it")
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT} | _ENVIRONMENT
    try:
        done = subprocess.run(  # noqa: S603
            [git, "--no-pager", "--literal-pathspecs", *settings, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError) as problem:
        raise GitError(f"git could not be run in {folder}: {problem}") from None
    return Ran(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())


def asked(folder: Path, *arguments: str) -> bytes:
    """What git answers; a `GitError` with its own words where it does not."""
    ran = run(folder, *arguments)
    if ran.code:
        raise GitError(f"git could not answer: {first_line(ran.err) or f'exit code {ran.code}'}")
    return ran.out


def first_line(words: str) -> str:
    """The first line of what git said, without its own "fatal:"."""
    line = words.strip().partition("\n")[0]
    return line.removeprefix("fatal: ").removeprefix("error: ")


class Repository(Struct, frozen=True):
    """A repository with a folder of files: `top` holds it all, `store` is where git keeps its own (shared by all its work trees)."""

    top: Path
    store: Path
    shallow: bool


def name_in(repository: Repository, path: Path) -> str:
    """The name of a file from the top of its repository, links followed."""
    try:
        return path.resolve().relative_to(repository.top.resolve()).as_posix()
    except ValueError:
        raise GitError(f"{path} is not among the files of the repository in {repository.top}") from None


def repository_at(folder: Path) -> Repository:
    """The repository that a folder lies in."""
    ran = run(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--git-common-dir", "--show-toplevel")
    words = os.fsdecode(ran.out).splitlines()
    if ran.code or len(words) != 4 or words[0] != "true":
        if "dubious ownership" in ran.err:
            raise GitError(f"git does not read {folder}, since it belongs to somebody else; 'git status' there says how to allow it")
        raise GitError(f"{folder} is not in a git repository, so there is no history to read; 'git init' starts one")
    return Repository(Path(words[3]), (folder / words[2]).resolve(), words[1] == "true")
