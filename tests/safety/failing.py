"""Lets a call to the system fail, or the process die there: the how-manieth is told. Run as a program, since it forks.

It stands in for `os` in `pactlang.writing` and `pactlang.parts`, through which everything that is written goes.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from pactlang import cli, parts, swap, writing
from pactlang.cli import faults
from pactlang.cli.app import COMMANDS
from pactlang.cli.process import run_safely
from pactlang.model import calendar
from pactlang.report import live
from pactlang.words import page

DIED = 77
# The calls that change something on a disk: a death at any other one is the same as at the next of these.
CHANGES = {"open", "write", "fsync", "chmod", "chown", "replace", "unlink"}


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

    def stand_in(self) -> None:
        """Stand in wherever something is written; that two files trade places is a `replace` like any other."""

        def replacing(real: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
            def call(one: str, other: str) -> bool:
                self.called("replace")
                return real(one, other)

            return call

        writing.os = parts.os = self  # type: ignore[assignment]
        writing.exchange, writing.place = replacing(swap.exchange), replacing(swap.place)


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
        machine.stand_in()
        try:
            writing.change_file(file, lambda data: (data or b"") + b"new\n", private=True)
        except writing.NotWrittenError:
            return 2
        return 0 if len(machine.calls) >= at else 3

    return forked(work)


def _closed(*numbers: int) -> None:
    for number in numbers:
        os.close(number)
        setattr(sys, ("stdin", "stdout", "stderr")[number], None)


def _to(place: str, number: int) -> None:
    os.dup2(os.open(place, os.O_WRONLY), number)


def _nobody_reads() -> None:
    reading, write = os.pipe()
    os.close(reading)
    os.dup2(write, 1)


def _environment(**wanted: str) -> None:
    for name in ("HOME", "XDG_STATE_HOME"):
        os.environ.pop(name, None)
    os.environ.update(wanted)
    time.tzset()


def _folder_gone() -> None:
    gone = Path(tempfile.mkdtemp())
    os.chdir(gone)
    gone.rmdir()


def _little_memory() -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (used + 1_000_000, used + 1_000_000))


def _no_zones() -> None:
    """The package with the rules of all zones is damaged."""
    calendar._ZONES = Path("/nowhere/tzdata")
    calendar.load_zone.cache_clear()
    calendar.zone_names.cache_clear()


def _answer_lost() -> None:
    """What is said after something was done is lost, and only that."""

    def lost(text: str, stream: Any = None, **_: Any) -> None:
        if stream is not sys.stderr:
            raise OSError(errno.ENOSPC, "No space left on device")
        page.show(text, stream)

    faults.show = lost


# What the process is started with. Each is told of in one line, or makes no difference.
WORLDS: dict[str, Callable[[], object]] = {
    "all is well": lambda: None,
    "standard input is closed": lambda: _closed(0),
    "standard output is closed": lambda: _closed(1),
    "standard error is closed": lambda: _closed(2),
    "all three are closed": lambda: _closed(0, 1, 2),
    "standard output is full": lambda: _to("/dev/full", 1),
    "standard error is full": lambda: _to("/dev/full", 2),
    "nobody reads": _nobody_reads,
    "no home, a zone a day and more away": lambda: _environment(TZ="X-25"),
    "no home, a zone of a hundred hours": lambda: _environment(TZ="UTC+99"),
    "no home, a zone that is no text": lambda: _environment(TZ=os.fsdecode(b"\xff/../\xfe")),
    "no home, a language nobody speaks": lambda: _environment(LC_ALL="xx_YY.klingon", TERM="\x1b[31m", COLUMNS="-1"),
    "no rules of any zone": _no_zones,
    "the folder is gone": _folder_gone,
    "too little memory": _little_memory,
    "the last word is lost": _answer_lost,
}


def _one_round() -> None:
    """What goes on until Ctrl+C is stopped where it waits for the first time; the page is asked for once."""

    sleep = time.sleep

    def waited(seconds: float) -> None:
        if seconds >= 0.5:  # others wait for git, or for a lock
            raise KeyboardInterrupt
        sleep(seconds)

    def served(server: live.Live) -> None:
        asked = threading.Thread(target=server.handle_request)
        asked.start()
        with socket.create_connection(server.server_address[:2]) as browser:  # type: ignore[arg-type]
            browser.sendall(f"GET /{server.token}/ HTTP/1.0\r\nHost: {server.hosts[0]}\r\n\r\n".encode())
            answer = b"".join(iter(lambda: browser.recv(1 << 16), b""))
        asked.join()
        assert answer.startswith(b"HTTP/1.0 200 "), answer
        raise KeyboardInterrupt

    time.sleep = waited  # type: ignore[assignment]
    live.Live.serve_forever = served  # type: ignore[method-assign, assignment]


def command(folder: Path, arguments: list[str], name: str, world: str = "all is well", dies: int = 0) -> tuple[int, str, str]:
    """Run a command whose calls of that name fail, in one of the worlds, or that dies at its change number `dies`.

    Its exit code, and what it said on both streams.
    """

    def work() -> int:
        os.chdir(folder)
        for number, stream in ((1, "out"), (2, "err")):
            os.dup2(os.open(folder / stream, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        WORLDS[world]()
        _one_round()
        machine = Machine(dies, "die")
        real = machine.called

        def called(one: str) -> None:
            if one == name:
                raise OSError(errno.ENOSPC, "No space left on device")
            if one in CHANGES:
                real(one)

        machine.called = called  # type: ignore[method-assign]
        if name or dies:
            machine.stand_in()
        return run_safely(cli._run, arguments)

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
    import_module("pactlang.inputs").load_text('pact "Us"\n    between Ana and Ben\nuse relationships\n')


def main() -> None:
    """Read calls as JSON, a line each, and answer each."""
    load()
    for line in sys.stdin:
        asked = json.loads(line)
        if "file" in asked:
            answer: Any = change(Path(asked["file"]), asked["at"], asked["how"])
        else:
            world = asked.get("world", "all is well")
            answer = command(Path(asked["folder"]), asked["arguments"], asked["name"], world, asked.get("dies", 0))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
