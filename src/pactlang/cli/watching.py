"""Looks again whenever something changes, until Ctrl+C."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from pactlang.cli.faults import failed
from pactlang.source import PlainError
from pactlang.writing import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable


def watch(states: Callable[[], object], look: Callable[[], object], before: object, *, seconds: float) -> None:
    """Call `look` whenever `states` differ from those of `before`; what fails in it is told, once, and waited for.

    They are taken before it looks, so that what somebody saves meanwhile is seen the next time.
    """

    def now() -> object:
        try:
            return states()
        except PlainError as wrong:
            return str(wrong)  # which `look` says, too

    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(seconds)
            if (found := now()) == before:
                continue
            before = found
            WRITTEN.clear()
            try:
                look()
            except PlainError as wrong:
                failed(wrong)
