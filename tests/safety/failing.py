"""Lets a call to the system fail, or the process die there: the how-manieth is told. Run as a program, since it forks.

It stands in for `os` in `pactlang.writing`, through which everything that is written goes.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from pactlang import writing
from pactlang.cli.app import COMMANDS, run
from pactlang.cli.process import run_safely

DIED = 77


class Machine:
    """The module `os`, whose call number `at` does not come to pass."""

    def __init__(self, at: int, how: str) -> None:
        self._at = at
        self._how = how
        self.calls: list[str] = []

    def called(self, name: str) -> None:
        self.calls.append(name)
        if len(self.calls) == self._at:
            if self._how == "die":
                os._exit(DIED)
            raise OSError(errno.ENOSPC, "No space left on device")

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if not callable(real) or name in ("fsencode", "urandom", "umask"):
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self.called(name)
            found = real(*arguments, **named)
            return Stream(self, found) if name == "fdopen" else found

        return call


class Stream:
    """An open file, whose every write is a call that may fail; half of the bytes are on the disk by then."""

    def __init__(self, machine: Machine, file: Any) -> None:
        self._machine = machine
        self._file = file

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._machine.called("write")
        self._file.write(data[len(data) // 2 :])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def forked(work: Callable[[], int]) -> int:
    """The exit code of some work, done in a process of its own."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def change(file: Path, at: int, how: str) -> int:
    """Change a file; 0 where it was changed, 2 where it was not, `DIED` where the process did, 3 where there are fewer calls than that."""

    def work() -> int:
        os.umask(0)
        machine = Machine(at, how)
        writing.os = machine  # type: ignore[assignment]
        try:
            writing.change_file(file, lambda data: (data or b"") + b"new\n", private=True)
        except writing.NotWrittenError:
            return 2
        return 0 if len(machine.calls) >= at else 3

    return forked(work)


def command(folder: Path, arguments: list[str], name: str) -> tuple[int, str, str]:
    """Run a command whose first call of that name fails; its exit code and what it said on both streams."""

    def work() -> int:
        os.chdir(folder)
        for number, stream in ((1, "out"), (2, "err")):
            os.dup2(os.open(folder / stream, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), number)
        machine = Machine(0, "fail")
        real = machine.called

        def called(one: str) -> None:
            if one == name:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(one)

        machine.called = called  # type: ignore[method-assign]
        if name:
            writing.os = machine  # type: ignore[assignment]
        return run_safely(lambda words: run(list(words)), arguments)

    code = forked(work)
    return code, (folder / "out").read_text(errors="replace"), (folder / "err").read_text(errors="replace")


def load() -> None:
    """Load what the commands load, once, and not in each child anew."""
    for one in COMMANDS:
        import_module(f"pactlang.cli.{one}")
    for name in sys.modules["pactlang"].__path__:
        for file in Path(name).rglob("*.py"):
            parts = file.relative_to(name).with_suffix("").parts
            if parts[0] not in ("lsp", "__main__") and parts[-1] != "__init__":
                import_module(".".join(("pactlang", *parts)))
    import_module("pactlang.workspace").load_text('pact "Us"\n    between Ana and Ben\nuse relationships\n')


def main() -> None:
    """Read calls as JSON, a line each, and answer each."""
    load()
    for line in sys.stdin:
        asked = json.loads(line)
        if "file" in asked:
            answer: Any = change(Path(asked["file"]), asked["at"], asked["how"])
        else:
            answer = command(Path(asked["folder"]), asked["arguments"], asked["name"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
