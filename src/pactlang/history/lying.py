"""Texts as they lie in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement
    from pactlang.resolve.files import Gathered

Reader = Callable[[Path], bytes]


class Lying(Struct, frozen=True):
    """A text as it lies in the folder (or as `REV:PATH` names it), with every fault that was found in it."""

    path: Path
    gathered: Gathered
    agreement: Agreement | None
    faults: tuple[Diagnostic, ...]
    revision: bool = False

    @property
    def readable(self) -> bool:
        """Whether it can judge anything."""
        return self.agreement is not None and not any(one.severity is Severity.ERROR for one in self.faults)


def lie(path: Path, read: Reader, *, revision: bool = False) -> Lying:
    """Read a text as it lies there. What `read` raises for the file itself is not caught."""
    gathered = gather(path, read)
    agreement, faults = resolve_gathered(gathered)
    return Lying(path, gathered, agreement, tuple(faults), revision)
