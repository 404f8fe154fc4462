"""The real command without the start of Python: a process that has imported everything forks itself for each call.

A call has its own process, folder, environment, streams and exit code, as the command has. What is tested of the start itself (imports,
options of the interpreter) is called by `subprocess`.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, NoReturn

PATIENCE = 60.0  # seconds
_BATCH = 65536
COMMAND = [sys.executable, "-c", "from pactlang.cli import main; main()"]
_AT_THE_START = frozenset({"PYTHONIOENCODING", "LC_ALL", "LANG"})  # what only a new interpreter heeds


class Call(NamedTuple):
    """What is called, where, and the files that its streams are."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    streams: str


def called(arguments: Sequence[str], folder: Path, environment: dict[str, str], stdin: bytes) -> tuple[int, bytes, bytes]:
    """Run `pact` with these arguments; its exit code, what it printed and what it said on standard error."""
    if environment.keys() & _AT_THE_START:
        done = subprocess.run(
            [*COMMAND, *arguments], cwd=folder, input=stdin, capture_output=True, env=environment, check=False, timeout=PATIENCE
        )
        return done.returncode, done.stdout, done.stderr
    with TemporaryDirectory() as name, socket.socket(socket.AF_UNIX) as line:
        streams = Path(name)
        (streams / "0").write_bytes(stdin)
        line.settimeout(PATIENCE)
        line.connect(_server())
        line.sendall(json.dumps(Call(list(arguments), str(folder), environment, name)).encode() + b"\n")
        code = line.recv(_BATCH)
        assert code, "the command ended without a word"
        return int(code), (streams / "1").read_bytes(), (streams / "2").read_bytes()


@cache
def _server() -> str:
    """The address of this process's server, started when it is first asked."""
    place = TemporaryDirectory()
    address = f"{place.name}/line"
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen()
    words = [sys.executable, "-c", "from tests.cli.forking import serve; serve()", str(listening.fileno())]
    listening.set_inheritable(True)
    pid = os.posix_spawn(sys.executable, words, {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parents[2])})
    listening.close()

    @atexit.register
    def _end() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
        place.cleanup()

    return address


def serve() -> NoReturn:
    """Wait for calls, and give each a process of its own."""
    import pactlang

    for module in pkgutil.walk_packages(pactlang.__path__, "pactlang."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    sys.path[:] = [place for place in sys.path if place != os.environ["PYTHONPATH"]]
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listening = socket.socket(fileno=int(sys.argv[1]))
    while True:
        line, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _answer(line)
        line.close()


def _answer(line: socket.socket) -> NoReturn:
    with line.makefile("rb") as asked:
        call = Call(*json.loads(asked.readline()))
    pid = os.fork()
    if pid == 0:
        line.close()
        _become(call)
    _, state = os.waitpid(pid, 0)
    with contextlib.suppress(OSError):  # nobody may be waiting any more
        line.sendall(str(os.waitstatus_to_exitcode(state)).encode())
    os._exit(0)


def _become(call: Call) -> NoReturn:
    """Be the command."""
    os.chdir(call.folder)
    os.environ.clear()
    os.environ.update(call.environment)
    time.tzset()
    sys.argv = ["-c", *call.arguments]
    for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_CREAT)):
        opened = os.open(f"{call.streams}/{number}", flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout = (
        open(number, mode, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
        for number, mode in ((0, "r"), (1, "w"))
    )
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    code: object = 1
    try:
        from pactlang.cli import main

        main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)
