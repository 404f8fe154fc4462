"""Something that reads well and still cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Edit, Severity

if TYPE_CHECKING:
    from pactlang.source import Span


class MeaningError(Exception):
    """Raised while the tree is built, and turned into a diagnostic; without a span of its own it speaks of the whole line."""

    def __init__(self, code: str, message: str, span: Span | None = None, expected: str = "", nearest: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.expected = expected
        self.nearest = nearest

    def diagnostic(self, line: Span) -> Diagnostic:
        """The problem as a diagnostic of a line."""
        span = self.span or line
        edits = (Edit(span, self.nearest, f"Write {self.nearest}"),) if self.nearest else ()
        return Diagnostic(self.code, Severity.ERROR, self.message, span, self.expected, self.nearest, edits=edits)
