"""Faults in texts, for people: file, line and column, the user's own line with the place underlined, what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pactlang.diagnostics import Severity
from pactlang.language.characters import columns_of
from pactlang.words.page import Page
from pactlang.words.source import source_line
from pactlang.words.words import count_words, safe

__all__ = ["columns_of", "diagnostics_text"]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.source import Span

_MOST_ALIKE = 100  # faults of one kind in one file; who mends a hundred asks again
_WIDEST = 160  # longer lines are shown around the place only
_LONGEST = 800  # a sentence that holds a longer word of the text is shown without its middle
_LONGEST_HINT = 100  # a longer list of what could stand there helps nobody who is told what was probably meant


def diagnostics_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False, outcome: str = "nothing was judged") -> str:
    """All faults, in the order of the files, with a last line that counts them and says what came of it (`outcome`)."""
    page = Page(colour=colour)
    files = {name: number for number, name in enumerate(dict.fromkeys(one.span.source.name for one in diagnostics))}
    told: Counter[tuple[str, str]] = Counter()
    lists: set[str] = set()  # long lists of what could stand there, each shown once
    for diagnostic in sorted(diagnostics, key=lambda one: (files[one.span.source.name], *_place(one))):
        kind = diagnostic.span.source.name, diagnostic.code
        told[kind] += 1
        if told[kind] <= _MOST_ALIKE:
            _one(page, diagnostic, lists)
            page.line()
    for (name, code), number in told.items():
        if number > _MOST_ALIKE:
            page.line(f"{count_words(number - _MOST_ALIKE, 'more place', 'more places')} of this kind in {safe(name)} [{code}].")
    errors = sum(one.severity is Severity.ERROR for one in diagnostics)
    warnings = len(diagnostics) - errors
    counted = [count_words(errors, "fault")] if errors else []
    counted += [count_words(warnings, "thing", "things") + " to look at"] if warnings else []
    if counted:
        page.line(", ".join(counted) + (f": {outcome}." if errors else "."))
    return page.text


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    return diagnostic.span.start, diagnostic.span.end, diagnostic.code


def _one(page: Page, diagnostic: Diagnostic, lists: set[str]) -> None:
    start = diagnostic.span.start_position
    style = "error" if diagnostic.severity is Severity.ERROR else "warning"
    where = page.mark(f"{diagnostic.span.source.name}:{start.line}:{start.column}:", "name")
    page.line(f"{where} {page.mark(_short(diagnostic.message), style)} {page.mark(f'[{diagnostic.code}]', 'dim')}")
    underlined(page, diagnostic.span, style)
    long = len(diagnostic.expected) > _LONGEST_HINT
    if diagnostic.expected and not (long and (diagnostic.nearest or diagnostic.expected in lists)):
        lists.update([diagnostic.expected] if long else [])
        page.line(f"    Expected: {safe(_short(diagnostic.expected))}")
    if diagnostic.nearest:
        page.line(f"    Did you mean: {page.mark(_short(diagnostic.nearest), 'good')}?")
    if diagnostic.advice is not None:
        from pactlang.words.suggest import advice_lines  # only where something is to be advised

        for line in advice_lines(page, diagnostic.advice):
            page.line(line)
        if diagnostic.advice.offers and diagnostic.span.source.name == "your entry":
            way = "this way" if len(diagnostic.advice.offers) == 1 else "in one of these ways"
            filled = "; replace what is between ‹ and ›" if any(one.holes for one in diagnostic.advice.offers) else ""
            page.line(f"    {page.mark(f'Nothing was written. Say it {way}{filled}.', 'dim')}")
        elif diagnostic.advice.offers:
            _taken_by(page, diagnostic)
    elif any("\n" in one.replacement for one in diagnostic.edits):
        page.line("    Write it in two lines.")
        _taken_by(page, diagnostic)
    for label in diagnostic.labels:
        at = label.span.start_position
        page.line(f"    {safe(_short(label.message))}: {safe(label.span.source.name)}:{at.line}:{at.column}")


def _taken_by(page: Page, diagnostic: Diagnostic) -> None:
    from pactlang.words.suggest import take_one

    source = diagnostic.span.source
    # A signature with a digest is under other words: nobody signs a line that does not read.
    signed = any(line.lstrip().startswith("signed by ") and " digest " not in line for line in source.text.splitlines())
    place = f"{safe(source.name)}:{diagnostic.span.start_position.line}"
    page.line(f"    {page.mark(f'{take_one(signed=signed)}: pact fix {place} 1', 'dim')}")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"


def underlined(page: Page, span: Span, style: str) -> None:
    """The line of a place, with the place underlined."""
    start, end = span.start_position, span.end_position
    text = span.source.line_text(start.line).expandtabs(1)
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(text)
    cut = max(0, first - 60) if len(text) > _WIDEST else 0
    shown = text[cut : cut + _WIDEST]
    before = safe(shown[: first - cut])
    marked = safe(shown[first - cut : max(last, first + 1) - cut])
    number = f"{start.line:>5} | "
    page.line(f"{number}{'…' if cut else ''}{source_line(page, span.source.name, shown)}")
    gap = " " * (columns_of(before) + len(number) + (1 if cut else 0))
    page.line(f"{gap}{page.mark('^' * max(1, columns_of(marked)), style)}")


def location(span: Span) -> dict[str, Any]:
    """A place for programs: lines and columns from 1, the end excluded."""
    start, end = span.start_position, span.end_position
    return {"file": span.source.name, "line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
