"""What was expected, in lay words, and what to do instead; never the names of a grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Edit, Severity, nearest_spelling

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pactlang.source import Span
    from pactlang.syntax.tokens import Word


class MeaningError(Exception):
    """Something that reads well and still cannot be: raised while the tree is built, and turned into a diagnostic."""

    def __init__(self, code: str, message: str, span: Span, expected: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.expected = expected

    def diagnostic(self) -> Diagnostic:
        """The problem as a diagnostic."""
        return Diagnostic(self.code, Severity.ERROR, self.message, self.span, self.expected)


_SHAPES = {
    "WORD": "a name",
    "NUMBER": "a number such as 4",
    "DATE": "a date such as 2026-09-01",
    "TIME": "a time such as 19:30",
    "STRING": 'words in quotation marks ("…")',
    "ZONE": "a time zone such as Europe/Berlin",
    "DIGEST": "a digest (sha256:…)",
    "_COMMA": "a comma",
    "$END": "the end of the line",
}
_UNITS = frozenset(["minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"])
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_MONTHS = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)
_FILTERS = frozenset(["by", "to", "with", "at", "tagged", "on", "between", "starting", "ending", "lasting", "where", "while"])


def expected_words(terminals: Collection[str], words: Mapping[str, str]) -> str:
    """What may stand at a place, in lay words. `words` gives the word of each keyword terminal."""
    accepted = {words.get(terminal, "") for terminal in terminals}
    found: list[str] = []
    for group, said in (
        (_UNITS, "a unit of time (minutes, hours, days, weeks, months, years)"),
        (_DAYS, "a weekday"),
        (_MONTHS, "a month"),
        (_FILTERS, "by, with, at, tagged, on, between …"),
    ):
        if len(accepted & group) > 3:
            accepted -= group
            found.append(said)
    shapes = [said for shape, said in _SHAPES.items() if shape in terminals and shape != "$END"]
    keywords = [f"'{word}'" for word in sorted(accepted - {"", "a", "an", "the"})]
    end = [_SHAPES["$END"]] if "$END" in terminals else []
    everything = shapes + keywords + found + end
    if len(everything) > 9:
        everything = [*everything[:8], "…"]
    if len(everything) < 2:
        return "".join(everything)
    return f"{', '.join(everything[:-1])} or {everything[-1]}"


_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?", re.I), "Times are written with 24 hours.", "time"),
    (re.compile(r"(\d+)\s*(?:h|hr|hrs)", re.I), "The unit is a word of its own.", r"\1 hours"),
    (re.compile(r"(\d+)\s*(?:m|min|mins)", re.I), "The unit is a word of its own.", r"\1 minutes"),
    (re.compile(r"(\d+)\s*d", re.I), "The unit is a word of its own.", r"\1 days"),
    (re.compile(r"(\d+)\s*w", re.I), "The unit is a word of its own.", r"\1 weeks"),
    (re.compile(r"(\d+)-?([^\W\d_][\w-]*)"), "A number and a word need a space between them.", r"\1 \2"),
    (re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}"), "Dates are written year first, so that nobody reads them two ways.", "2026-09-01"),
    (re.compile(r"(\d{1,2})[.h](\d{2})"), "Times are written with a colon.", r"\1:\2"),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "There is no such date.", ""),
    (re.compile(r"\d{1,2}:\d{2}(:\d{2})?"), "There is no such time of day (00:00 to 23:59).", ""),
    (re.compile(r"(.+?)[.;:!]+"), "No full stop is needed here.", r"\1"),
    (re.compile(r'["“„].*'), "This quotation mark is never closed.", ""),
)
_SYNONYMS = {
    "max": "at most",
    "maximum": "at most",
    "min": "at least",
    "minimum": "at least",
    "fortnight": "in any 14 days",
    "never": "no",
    "monthly": "every month",
    "weekly": "every week",
    "daily": "every day",
    "yearly": "every year",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "once": "1",
    "twice": "2",
    "everybody": "everyone",
    "anybody": "anyone",
    "both": "everyone",
    "til": "until",
    "till": "until",
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def unexpected(word: Word | None, span: Span, terminals: Collection[str], words: Mapping[str, str], code: str) -> Diagnostic:
    """What to say where the line cannot go on with a word (None: where it ends too early)."""
    expected = expected_words(terminals, words)
    if word is None:
        return Diagnostic(code, Severity.ERROR, "This line stops too early.", span, expected)
    accepted = [words[terminal] for terminal in terminals if terminal in words]
    if word.shape == "BAD" or word.shape == "NUMBER":
        slip = _slip(word, span, code, expected, {*terminals})
        if slip is not None:
            return slip
    glued = _glued(word.text, set(words.values()))
    synonym = _SYNONYMS.get(word.text.casefold(), "")
    if synonym and synonym.split()[0] not in accepted and not (synonym.isdigit() and "NUMBER" in terminals):
        synonym = ""
    near = glued or synonym or nearest_spelling(word.text, accepted)
    edits = (Edit(span, near, f"Write {near}"),) if near else ()
    if "$END" in terminals and len(terminals) == 1:
        return Diagnostic(
            code, Severity.ERROR, f"Nothing can follow here, so '{word.text}' has no place.", span, expected, near, edits=edits
        )
    return Diagnostic(code, Severity.ERROR, f"'{word.text}' cannot stand here.", span, expected, near, edits=edits)


def _slip(word: Word, span: Span, code: str, expected: str, terminals: set[str]) -> Diagnostic | None:
    """A slip that everybody makes, with the right way to write it."""
    for pattern, message, right in _SLIPS:
        match = pattern.fullmatch(word.text)
        if match is None or (word.shape == "NUMBER" and "TIME" not in terminals):
            continue
        near = _clock(match) if right == "time" else match.expand(right) if "\\" in right else right
        if right == "2026-09-01":
            return Diagnostic(code, Severity.ERROR, message, span, "a date such as 2026-09-01")
        edits = (Edit(span, near, f"Write {near}"),) if near else ()
        kind = "E008" if "never closed" in message else code
        return Diagnostic(kind, Severity.ERROR, message, span, expected if not near else "", near, edits=edits)
    return None


def _clock(match: re.Match[str]) -> str:
    hour = int(match[1]) % 12 + (12 if match[3].casefold() == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def _glued(text: str, keywords: Collection[str]) -> str:
    """Two words of the language written as one: `atmost`."""
    for place in range(1, len(text)):
        left, right = text[:place].casefold(), text[place:].casefold()
        if left in keywords and right in keywords:
            return f"{left} {right}"
    return ""
