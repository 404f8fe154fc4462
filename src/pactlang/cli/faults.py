"""Saying on standard error what is wrong with the input; nothing but results goes to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pactlang.render.diagnostics import diagnostics_text
from pactlang.render.page import out, wants_colour
from pactlang.render.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.workspace import InputError


def say_faults(wrong: InputError) -> None:
    """All faults of all files, or the one thing that is wrong with the call."""
    if wrong.diagnostics:
        out(diagnostics_text(wrong.diagnostics, colour=wants_colour(sys.stderr)), sys.stderr)
    if wrong.message:
        out(f"pact: {safe(wrong.message)}\n", sys.stderr)


def say_warnings(warnings: Sequence[Diagnostic]) -> None:
    """What does not keep the log from being judged, and should be looked at."""
    if warnings:
        out(diagnostics_text(warnings, colour=wants_colour(sys.stderr)), sys.stderr)


def say_notes(notes: Sequence[str]) -> None:
    """What to know about how the input was read."""
    for note in notes:
        out(f"pact: {safe(note)}\n", sys.stderr)
