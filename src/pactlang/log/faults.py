"""One fault in one value, before anybody knows where in the file the value stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Edit, Severity

if TYPE_CHECKING:
    from pactlang.log.codes import Code
    from pactlang.source import Span


class Fault(Exception):  # noqa: N818 - it is what is wrong, not that something went wrong
    """What is wrong with a value. The reader that knows the place turns it into a `Diagnostic`.

    `key` and `index` say which value of an entry it is (`by`, the second name); a reader of text knows more and gives
    `start` and `end`, as offsets in the line. `replacement` is what to write instead, to the letter; where there is none,
    `nearest` is (in quotation marks where the value stands in them), unless it is but a `guess`. `title` says what that does.

    >>> from pactlang.log.codes import Code
    >>> Fault(Code.DATE, "There is no 30 February 2026.").message
    'There is no 30 February 2026.'
    """

    def __init__(
        self,
        code: Code,
        message: str,
        expected: str = "",
        nearest: str = "",
        *,
        replacement: str | None = None,
        title: str = "",
        severity: Severity = Severity.ERROR,
        guess: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.expected = expected
        self.nearest = nearest
        self.replacement = replacement
        self.title = title
        self.severity = severity
        self.guess = guess
        self.key = ""
        self.index = 0
        self.start: int | None = None
        self.end = 0

    def of(self, key: str, index: int = 0) -> Fault:
        """The same fault, of this value of the entry."""
        self.key, self.index = key, index
        return self.settled()

    def at(self, start: int, end: int) -> Fault:
        """The same fault, at this place of the line."""
        self.start, self.end = start, end
        return self.settled()

    def settled(self) -> Fault:
        """The same fault, without the frames it was raised through: a log of bad lines would keep them all."""
        self.__traceback__ = self.__context__ = None
        return self

    def diagnostic(self, span: Span) -> Diagnostic:
        """The fault as a diagnostic about a stretch of text."""
        edits: tuple[Edit, ...] = ()
        replacement = self.replacement
        if replacement is None and self.nearest and not self.guess:
            replacement = f'"{self.nearest}"' if span.text[:1] == '"' else self.nearest
        if replacement is not None:
            edits = (Edit(span, replacement, self.title or f"write `{replacement}`"),)
        return Diagnostic(self.code, self.severity, self.message, span, self.expected, self.nearest, edits=edits)
