"""How the process starts and ends, whatever it was started with: closed streams, a full disk, too little memory.

Only what every Python has loaded anyway is imported here: this must work where hardly anything does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn


def run_safely(run: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run a command. Any failure becomes one line on standard error and exit code 2, never one that says what was found."""
    try:
        open_streams()
        code = run(arguments)
        if not sys.stdout.closed:  # the language server closes what it spoke through
            sys.stdout.flush()
    except BaseException as problem:
        try:
            from pactlang.cli.faults import failed

            code = failed(problem)
        except BaseException:
            code = _last_words()
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except Exception:
            # Nobody gets it; and Python, at its end, is not to try again and complain.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    return code


def leave(code: int) -> NoReturn:
    """End the process. All is written and flushed: taking apart what was made would take a tenth of the time of a small command.

    Where something waits for the end (other threads, what registered itself with `atexit`), the process ends as every other.
    """
    import atexit

    if atexit._ncallbacks() or len(sys._current_frames()) > 1:  # noqa: SLF001 - there is no public way to ask
        sys.exit(code)
    os._exit(code)


def open_streams() -> None:
    """Put something in the place of each of the three streams that the caller closed.

    Else the next file that is opened would take its number, and words for people would go into that file. Reading from such a standard
    input and writing to such a standard output fails; what goes to such a standard error goes nowhere.
    """
    for number, name, flags, mode in ((0, "stdin", os.O_WRONLY, "r"), (1, "stdout", os.O_RDONLY, "w"), (2, "stderr", os.O_RDWR, "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False))  # noqa: SIM115


def _last_words() -> int:
    with suppress(OSError):
        os.write(2, b"pact: there is not enough memory for this, or something on this machine is not as it should be\n")
    return 2
