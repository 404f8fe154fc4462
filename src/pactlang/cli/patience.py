"""The emergency brake of every command that searches: seconds, for a machine that is stuck. What a search may do is counted in steps."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def patience(words: Callable[[str], str]) -> Iterator[None]:
    """End a search that takes longer than anyone should wait with an `InputError`, so that the command exits with 2 and prints no answer.

    `words` says what was not tried, given what was looked at last (empty where that is not known).
    """
    from pactlang.checker.budget import TooLongError, patient
    from pactlang.inputs import InputError

    try:
        with patient():
            yield
    except TooLongError as late:
        raise InputError(words(late.doing)) from None
