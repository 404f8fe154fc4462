"""What people see of a command that takes long: a quiet line at a terminal, and the emergency brake of every command that searches.

The brake counts seconds, for a machine that is stuck. What a search may do is counted in steps.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_QUIET = 2.0  # seconds in which nothing is said
_AGAIN = 1.0


@contextmanager
def patience(words: Callable[[str], str]) -> Iterator[None]:
    """End a search that takes longer than anyone should wait with an `InputError`, so that the command exits with 2 and prints no answer.

    `words` says what was not tried, given what was looked at last (empty where that is not known).
    """
    from pactlang.checker.budget import TooLongError, patient
    from pactlang.inputs import InputError

    try:
        with still_at_it(), patient():
            yield
    except TooLongError as late:
        raise InputError(words(late.doing)) from None


@contextmanager
def still_at_it() -> Iterator[None]:
    """At a terminal, one line that says for how many seconds it has gone on, and at what; it is gone at the end.

    It begins after two seconds. Nothing is ever said to a file or a pipe.
    """
    from pactlang.words.page import at_terminal, out

    if not at_terminal(sys.stderr):
        yield
        return
    from threading import Event, Thread
    from time import monotonic

    from pactlang.checker.budget import looked_at
    from pactlang.words.words import safe

    began, over = monotonic(), Event()

    def tell() -> None:
        pause = _QUIET
        while not over.wait(pause):
            at = looked_at()
            out(f"\r\x1b[Kstill looking ({monotonic() - began:.0f} s){f': {safe(at)[:40]}' if at else ''} …", sys.stderr)
            pause = _AGAIN
        if pause == _AGAIN:
            out("\r\x1b[K", sys.stderr)

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
