"""A page of plain lines with a few marked stretches; colour is added only on a terminal."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from pactlang.words.words import safe

_CODES = {
    "title": "1",
    "name": "1",
    "good": "32",
    "due": "33",
    "warning": "33;1",
    "breach": "31;1",
    "error": "31;1",
    "mark": "31",
    "dim": "2",
    # Words of agreements and logs.
    "word": "36",
    "event": "35",
    "person": "34;1",
    "value": "33",
}

# What stands for signs of print in an encoding that lacks them (the old ones of Windows), in place of a number.
_TYPED = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‹": "<", "›": ">", "…": "...", "·": "-", "→": "->"}

_PLAIN = 80  # columns of a terminal that does not say how many it has
_NARROWEST = 40


class Page:
    """Collects lines. `mark` colours a stretch where colour is wanted; text from files must go through `safe` first.

    >>> page = Page(colour=False)
    >>> page.line(page.mark("41 promises kept", "good"))
    >>> page.text
    '41 promises kept\\n'
    """

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour
        self._lines: list[str] = []

    def mark(self, text: str, style: str = "") -> str:
        """A stretch in one of the page's styles (or in none), made safe for a terminal."""
        return f"\x1b[{_CODES[style]}m{safe(text)}\x1b[0m" if self.colour and style else safe(text)

    def line(self, text: str = "") -> None:
        """Add a line."""
        self._lines.append(text.rstrip())

    @property
    def text(self) -> str:
        """The page, each line with its newline."""
        return "".join(f"{line}\n" for line in self._lines)


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: a terminal that shows colours, and nobody asked for none (`NO_COLOR`)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and _draws(stream)


def at_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal that draws, and nobody asked for plain text (`NO_COLOR`, `TERM=dumb`)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and _draws(stream)


def _draws(stream: TextIO) -> bool:
    """Whether a terminal knows the marks for colours: on Windows it has to be told to, and an old one does not."""
    if os.name != "nt":
        return True
    try:
        import ctypes
        import msvcrt

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))  # type: ignore[attr-defined,unused-ignore]
        mode = ctypes.c_ulong()
        marks = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
        return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | marks))
    except (ImportError, AttributeError, OSError, ValueError):
        return False


def width_for(stream: TextIO, plain: int) -> int:
    """How many columns there are to write in: those of a terminal, else `plain`, so that a file is the same from any window."""
    if not stream.isatty():
        return plain
    import shutil

    return max(_NARROWEST, shutil.get_terminal_size((plain, 24)).columns)


def show(page: str, stream: TextIO | None = None) -> None:
    """Write a page for people: at a terminal, broken between words; anywhere else as it is (`out`)."""
    stream = stream or sys.stdout
    if page and at_terminal(stream):
        from pactlang.words.terminal import drawn

        page = drawn(page, width_for(stream, _PLAIN))
    out(page, stream)


def out_json(text: str) -> None:
    """Write JSON to standard output: in its strings, what cannot be seen or moves a terminal's cursor is escaped."""
    import json

    hidden = {} if text.isascii() else {ord(one): json.dumps(one)[1:-1] for one in set(text) if _hidden(one)}
    out(text.translate(hidden), utf8=True)


def _hidden(character: str) -> bool:
    return character != "\n" and safe(character) != character


def shown_in(text: str, encoding: str) -> str:
    """A text as an encoding can show it: signs of print as they are typed, any other character as a visible escape.

    >>> shown_in("“Łódź” · 9–10 …", "cp1252"), shown_in("“Zoë” → Ben", "ascii")
    ('“\\\\u0141ód\\\\u017a” · 9–10 …', '"Zo\\\\xeb" -> Ben')
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        lacking = {ord(one): typed for one, typed in _TYPED.items() if one not in one.encode(encoding, "ignore").decode(encoding)}
        return text.translate(lacking).encode(encoding, "backslashreplace").decode(encoding)
    return text


def out(text: str, stream: TextIO | None = None, *, utf8: bool = False) -> None:
    """Write text to a stream (standard output); a reader who has left is no error.

    What the terminal's encoding cannot show is shown by `shown_in`; with `utf8` (for programs) it is written as UTF-8, whatever the
    terminal's encoding. Raises `OSError` where standard output is closed or full: nobody has the answer then. What goes to standard
    error only goes with an answer, and never fails.
    """
    stream = stream or sys.stdout
    try:
        if utf8 and hasattr(stream, "buffer"):
            stream.buffer.write(text.encode(errors="replace"))
        else:
            encoding = stream.encoding or "utf-8"
            stream.write(shown_in(text, encoding))
        stream.flush()
    except OSError as problem:
        # The reader (`head`, a pager) has seen enough, or nothing more can be written: what is left goes nowhere, and Python, at its
        # end, does not complain of it.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(problem, BrokenPipeError) and stream is not sys.stderr:
            why = "is closed" if problem.errno == errno.EBADF else f"cannot be written: {problem.strerror}"
            raise OSError(problem.errno, f"standard output {why}") from None
