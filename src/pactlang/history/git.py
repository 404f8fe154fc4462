"""Runs git: with lists of arguments, without a pager, without hooks, and without what a repository's own settings would start."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from pactlang.history import GitError
from pactlang.programs import program

if TYPE_CHECKING:
    import subprocess

# A repository may come from somebody else: none of its settings may start a program here, and nothing may go to a network.
_SETTINGS = (
    "core.quotepath=off",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "log.mailmap=false",
    "diff.external=",
    "submodule.recurse=false",
)
# Whatever of git's own stands in the environment (a hook's GIT_DIR, GIT_INDEX_FILE) speaks of another call, so it is all left out.
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_MOST_BYTES = 8_000_000
_BUFFER = 1 << 16
_PATIENCE = 60  # seconds after which git is taken to hang
_PIECE = 400  # how many objects are asked for at once, so that neither side waits for the other


class Ran(Struct, frozen=True):
    """What one call of git gave."""

    code: int
    out: bytes
    err: str


def _command(arguments: tuple[str, ...]) -> list[str]:
    git = program("git")
    if git is None:
        raise GitError("git, which reads earlier versions of a text, is not installed or was not found")
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return [git, "--no-pager", "--literal-pathspecs", *settings, *arguments]


def _environment(*, index: bool = False) -> dict[str, str]:
    kept = ("GIT_INDEX_FILE",) if index else ()
    return {name: value for name, value in os.environ.items() if name in kept or not name.startswith("GIT_")} | _ENVIRONMENT


def run(folder: Path, *arguments: str, given: bytes = b"", index: bool = False) -> Ran:
    """Run git in a folder. A code other than 0 is the caller's to judge; only git itself missing or hanging is a `GitError`.

    With `index`, what is to be committed is what the caller of a hook says.
    """
    import subprocess

    command, environment = _command(arguments), _environment(index=index)
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, env=environment, input=given, capture_output=True, check=False, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise _hanging() from None
    except (OSError, ValueError) as problem:
        raise GitError(f"git could not be run in {folder}: {problem}") from None
    return Ran(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())


def _hanging() -> GitError:
    return GitError(f"git gave no answer within {_PATIENCE} seconds")


@contextmanager
def _watched(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Ends a git that hangs, and says so."""
    from threading import Timer

    hung: list[bool] = []

    def end() -> None:
        hung.append(True)
        process.kill()

    timer = Timer(_PATIENCE, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (GitError, OSError):
        if not hung:
            raise
    finally:
        timer.cancel()
    if hung:
        raise _hanging()


class Pieces:
    """What git tells, piece by piece, while it is still telling. `failed` is what it said where it failed, once all was read."""

    def __init__(self, folder: Path, mark: bytes, *arguments: str) -> None:
        self._folder = folder
        self._mark = mark
        self._arguments = arguments
        self.failed: str | None = None

    def __iter__(self) -> Iterator[bytes]:
        """What stands before, between and after the marks."""
        import subprocess

        nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
        try:
            process = subprocess.Popen(  # noqa: S603
                _command(self._arguments), cwd=self._folder, env=_environment(), stdin=nothing, stdout=pipe, stderr=pipe, bufsize=0
            )
        except (OSError, ValueError) as problem:
            raise GitError(f"git could not be run in {self._folder}: {problem}") from None
        assert process.stdout is not None  # noqa: S101 - it was opened as a pipe
        assert process.stderr is not None  # noqa: S101 - and so was this
        try:
            with _watched(process):
                rest = b""
                while piece := process.stdout.read(_BUFFER):
                    *whole, rest = (rest + piece).split(self._mark)
                    yield from whole
                yield rest
                said = process.stderr.read().decode(errors="replace").strip()
                self.failed = said if process.wait() else None
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
            process.stderr.close()


def asked(folder: Path, *arguments: str, given: bytes = b"", index: bool = False) -> bytes:
    """What git answers; a `GitError` with its own words where it does not."""
    ran = run(folder, *arguments, given=given, index=index)
    if ran.code:
        raise GitError(f"git could not answer: {first_line(ran.err) or f'exit code {ran.code}'}")
    return ran.out


def first_line(words: str) -> str:
    """The first line of what git said, without its own "fatal:"."""
    line = words.strip().partition("\n")[0]
    return line.removeprefix("fatal: ").removeprefix("error: ")


class Objects:
    """Reads many objects with one `git cat-file --batch`; a context manager that ends it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Objects:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            with suppress(OSError):
                assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
                self._process.stdin.close()
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdout, self._process.stderr):
                if pipe is not None:
                    pipe.close()

    def read(self, names: list[str]) -> list[tuple[str, bytes] | None]:
        """The id and the bytes of each file that is named by its id or as `COMMIT:PATH`; None where that is no file.

        Raises `GitError` where an object is missing that should be there.
        """
        found: list[tuple[str, bytes] | None] = []
        for place in range(0, len(names), _PIECE):
            found += self._read(names[place : place + _PIECE])
        return found

    def _read(self, names: list[str]) -> list[tuple[str, bytes] | None]:
        if self._process is None:
            import subprocess

            self._process = subprocess.Popen(  # noqa: S603
                _command(("cat-file", "--batch")),
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=_BUFFER,
            )
        asking, telling = self._process.stdin, self._process.stdout
        assert asking is not None  # noqa: S101 - it was opened as a pipe
        assert telling is not None  # noqa: S101 - and so was this
        found: list[tuple[str, bytes] | None] = []
        try:
            with _watched(self._process):
                asking.write("".join(f"{name}\n" for name in names).encode(errors="surrogateescape"))
                asking.flush()
                for name in names:
                    head = telling.readline().split()
                    if len(head) == 3:
                        data = _taken(telling, int(head[2]))
                        found.append((head[0].decode(), data) if head[1] == b"blob" else None)
                    elif head[-1:] == [b"missing"] and ":" in name:
                        found.append(None)
                    else:
                        raise GitError("some of what git keeps is missing here")
        except OSError as problem:
            raise GitError(f"git could not answer: {problem.strerror}") from None
        return found


def _taken(pipe: IO[bytes], size: int) -> bytes:
    """The next object; of one that is far larger than any agreement, nothing is kept."""
    if size <= _MOST_BYTES:
        return pipe.read(size + 1)[:-1]
    left = size + 1
    while left and (piece := pipe.read(min(left, _MOST_BYTES))):
        left -= len(piece)
    return b""


class Repository(Struct, frozen=True):
    """A repository with a folder of files: `top` holds it all, `store` is where git keeps its own (shared by all its work trees).

    `own` is where git keeps what is this work tree's alone, such as what is checked out.
    """

    top: Path
    store: Path
    shallow: bool
    own: Path


def name_in(repository: Repository, path: Path) -> str:
    """The name of a file from the top of its repository, links followed."""
    try:
        return path.resolve().relative_to(repository.top.resolve()).as_posix()
    except ValueError:
        raise GitError(f"{path} is not among the files of the repository in {repository.top}") from None


def repository_around(folder: Path) -> Repository | None:
    """The repository that a folder lies in, found as git finds it and without asking git; None where there is none."""
    folder = folder.resolve()
    try:
        device = folder.stat().st_dev
        for place in (folder, *folder.parents):
            if place.stat().st_dev != device:
                return None  # git looks no further than one file system either
            mark = place / ".git"
            if mark.is_dir():
                return Repository(place, mark, (mark / "shallow").is_file(), mark)
            if mark.is_file():
                own = place / mark.read_text(errors="replace").removeprefix("gitdir:").strip()
                store = _shared(own)
                return Repository(place, store, (store / "shallow").is_file(), own)
    except (OSError, ValueError):
        return None
    return None


def _shared(store: Path) -> Path:
    """Where a work tree that was added to a repository keeps what all of them share."""
    common = store / "commondir"
    return (store / common.read_text(errors="replace").strip()).resolve() if common.is_file() else store


def repository_at(folder: Path) -> Repository:
    """The repository that a folder lies in."""
    asking = ("--is-inside-work-tree", "--is-shallow-repository", "--git-common-dir", "--git-dir", "--show-toplevel")
    ran = run(folder, "rev-parse", *asking)
    words = os.fsdecode(ran.out).splitlines()
    if ran.code or len(words) != 5 or words[0] != "true":
        raise refused(folder, ran)
    return Repository(Path(words[4]), (folder / words[2]).resolve(), words[1] == "true", (folder / words[3]).resolve())


def refused(folder: Path, ran: Ran) -> GitError:
    """Why git gave no answer in a folder."""
    if "dubious ownership" in ran.err:
        return GitError(f"git does not read {folder}, because it belongs to someone else; 'git status' there says how to allow it")
    if "not a git repository" in ran.err or not ran.code:
        return GitError(f"{folder} is not in a git repository, so there is no history to read; 'git init' starts one")
    return GitError(f"git could not answer: {first_line(ran.err) or f'exit code {ran.code}'}")
