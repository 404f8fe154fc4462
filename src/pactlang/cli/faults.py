"""Saying on standard error what is wrong with the input, or what failed; nothing but results goes to standard output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from pactlang.words.page import show, wants_colour
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.inputs import InputError

STOPPED = 130  # as shells say it of a program that Ctrl+C ended


def say_faults(wrong: InputError) -> None:
    """All faults of all files, or the one thing that is wrong with the call."""
    if wrong.diagnostics:
        from pactlang.inputs.advice import advised
        from pactlang.words.diagnostics import diagnostics_text

        show(diagnostics_text(advised(wrong.diagnostics), colour=wants_colour(sys.stderr)), sys.stderr)
    if wrong.message:
        _say(wrong.message)


def say_warnings(warnings: Sequence[Diagnostic]) -> None:
    """What does not keep the log from being judged, and should be looked at."""
    if warnings:
        from pactlang.words.diagnostics import diagnostics_text

        show(diagnostics_text(warnings, colour=wants_colour(sys.stderr)), sys.stderr)


def say_notes(notes: Sequence[str]) -> None:
    """What to know about how the input was read."""
    for note in notes:
        _say(note)


def say_done(words: str, stream: TextIO | None = None) -> None:
    """Say that something was written or sent. It was, also where nobody can be told: that must not look as if it had failed."""
    from pactlang.writing import KEPT, UNLOCKED

    try:
        show(words, stream)
    except Exception:
        show(words, sys.stderr)
    for name in UNLOCKED:
        _say(f"{name} is on a drive without locks: two programs that write there at the same time can overwrite each other")
    UNLOCKED.clear()
    for name in KEPT:
        _say(f"{name} holds what someone saved while a command of pact was cut off. Compare it with the file, then delete it")
    KEPT.clear()


def failed(problem: BaseException) -> int:
    """Say in one line what failed, and give the exit code: 2, and never 1, which tells of findings.

    With `python -X dev` the failure goes on instead, with all that Python knows about it.
    """
    from pactlang.source import PlainError
    from pactlang.writing import WRITTEN

    if isinstance(problem, SystemExit):
        return problem.code if isinstance(problem.code, int) else 2 if problem.code else 0
    if isinstance(problem, BrokenPipeError):
        return 0  # whoever asked for help or for the version has seen enough
    written = f"; written before that: {', '.join(WRITTEN)}" if WRITTEN else ""
    if isinstance(problem, KeyboardInterrupt):
        _say(f"stopped{written or ('; ' + str(problem) if str(problem) else '')}")
        return STOPPED
    known = sys.modules.get("pactlang.inputs")
    if known is not None and isinstance(problem, known.InputError):
        say_faults(problem)
        if written:
            _say(written.removeprefix("; "))
        return 2
    if sys.flags.dev_mode and not isinstance(problem, PlainError | OSError):
        raise problem
    _say(f"{_words(problem)}{written}")
    return 2


def _words(problem: BaseException) -> str:
    from pactlang.source import PlainError

    match problem:
        case PlainError():
            return str(problem)
        case MemoryError():
            return "there is not enough memory for this"
        case RecursionError():
            return "something here is nested too deeply to read"
        case ImportError(name=str(part)) if part.partition(".")[0] not in ("pactlang", *sys.stdlib_module_names):
            return f"{part}, which pact needs, is missing or damaged; to install pact again mends that"
        case OSError():
            said = problem.strerror or type(problem).__name__  # standard output that is full or closed says so itself
            return f"{os.fsdecode(problem.filename)}: {said}" if isinstance(problem.filename, str | bytes) else said
        case _:
            place = _place(problem)
            return f"this should not happen ({type(problem).__name__}{place}); please report it, without anyone's names"


def _place(problem: BaseException) -> str:
    """The line of ours that it happened in: it says nothing of what was read."""
    trace, place = problem.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if f"{os.sep}pactlang{os.sep}" in file:
            place = f" in {os.path.basename(file)}:{trace.tb_lineno}"  # noqa: PTH119 - a word of the answer, no file
        trace = trace.tb_next
    return place


def _say(words: str) -> None:
    show(f"pact: {safe(words)}\n", sys.stderr)
