"""What people see of a command that takes long: a quiet line at a terminal, and the emergency brake of every command that searches.

What a search may do is counted in steps. The brake counts seconds, for steps that turn out to be far too long; it cuts a search short in
the same way, so that it costs a case and neither the answer nor the exit code.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUIET = 2.0  # seconds in which nothing is said
_AGAIN = 1.0


@contextmanager
def patience() -> Iterator[None]:
    """A search at a terminal: it says that it goes on, and is cut short when it takes longer than anyone should wait."""
    from pactlang.checker.budget import patient

    with still_at_it(), patient():
        yield


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
