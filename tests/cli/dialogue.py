"""A command at a real terminal: what it asks is waited for, what is typed is sent, and what the screen then shows is kept."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from types import TracebackType

from .running import COMMAND, Folder

_PATIENCE = 60  # seconds without a word after which the test fails; nothing is measured by it


def _at_its_own_terminal() -> None:
    """Ctrl+C reaches the command, also where the tests themselves run without one."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Talk:
    """`with Talk(folder, "log") as talk: talk.hears("What happened?"); talk.says("test")`."""

    def __init__(self, folder: Folder, *arguments: str, **environment: str) -> None:
        self.ours, theirs = pty.openpty()
        around = folder.environment(**{"TERM": "dumb", "COLUMNS": "100", "XDG_STATE_HOME": str(folder.path / "state")} | environment)
        self.running = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=folder.path,
            env=around,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_at_its_own_terminal,
        )
        os.close(theirs)
        self.said = ""
        self._read = 0

    def hears(self, words: str) -> str:
        """Wait for words; what came before them since the last ones."""
        until = time.monotonic() + _PATIENCE
        while (found := self.said.find(words, self._read)) < 0:
            assert self._more(until), f"{words!r} was never said, but:\n{self.said[self._read :]}"
        before, self._read = self.said[self._read : found], found + len(words)
        return before

    def says(self, words: str, *, end: str = "\n") -> None:
        """Type words and the return key."""
        os.write(self.ours, (words + end).encode())

    def breaks_off(self, key: str) -> int:
        """Type a key that ends the command, again after a while: Python passes over a Ctrl+C that comes as it begins to wait for a line."""
        until = time.monotonic() + _PATIENCE
        os.write(self.ours, key.encode())
        while time.monotonic() < until:
            if not select.select([self.ours], [], [], 3)[0]:
                os.write(self.ours, key.encode())
            elif not self._more(until):
                break
        return self.running.wait(_PATIENCE)

    def ends(self) -> int:
        """Wait for the end; the exit code."""
        until = time.monotonic() + _PATIENCE
        while self._more(until):
            pass
        return self.running.wait(_PATIENCE)

    def _more(self, until: float) -> bool:
        while not select.select([self.ours], [], [], 1)[0]:
            assert time.monotonic() < until, f"nothing was said any more, after:\n{self.said[self._read :]}"
        try:
            part = os.read(self.ours, 65536)
        except OSError:  # the other end is closed
            part = b""
        # What a line editor sends to draw (colours, bells, moves) is no word.
        self.said += re.sub(r"\x1b\[[\d;?]*[A-Za-z]|[\x07\r]", "", part.decode(errors="replace"))
        return bool(part)

    def __enter__(self) -> Talk:
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, trace: TracebackType | None) -> None:
        if self.running.poll() is None:
            self.running.kill()
        self.running.wait()
        os.close(self.ours)
        assert "Traceback" not in self.said
