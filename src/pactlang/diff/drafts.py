"""Two people's own drafts side by side: what each wrote, and never which is better."""

from __future__ import annotations

import textwrap
from pathlib import PurePath
from typing import TYPE_CHECKING

from pactlang.diff.changes import Part, Way
from pactlang.diff.words import heading_value, lines_under
from pactlang.words.difference import difference, joined
from pactlang.words.page import Page
from pactlang.words.words import count_words, escaped, safe

if TYPE_CHECKING:
    from pactlang.diff.changes import Change, ClauseChange, Comparison

WIDTH = 100


def writers(names: tuple[str, str], comparison: Comparison) -> tuple[str, str]:
    """Whose drafts they are: the party that a file is named after, else the file."""
    parties = [*comparison.new.parties, *comparison.old.parties]
    found = []
    for name in names:
        stem = PurePath(name.rpartition(":")[2]).stem.casefold()
        found.append(next((party for party in parties if party.casefold() == stem), name))
    return (found[0], found[1]) if found[0] != found[1] else names


def drafts_text(names: tuple[str, str], comparison: Comparison, *, colour: bool = False, width: int = WIDTH) -> str:
    """Where two drafts differ, for a person at a terminal."""
    page = Page(colour=colour)
    title = comparison.new.title or comparison.old.title or "Agreement"
    page.line(f"{page.mark(title, 'title')} · two drafts: {safe(names[0])} and {safe(names[1])}")
    for heading, lines in _sections(writers(names, comparison), comparison):
        page.line()
        indent = "  " if heading else ""
        if heading:
            page.line(page.mark(heading, "name"))
        for line in lines:
            deeper = indent + line[: len(line) - len(line.lstrip())]
            for place, part in enumerate(textwrap.wrap(safe(line.strip()), width - len(deeper) - 2, break_long_words=False)):
                page.line(f"{deeper}{'  ' if place else ''}{part}")
    return page.text


def drafts_markdown(names: tuple[str, str], comparison: Comparison) -> str:
    """The same as a page."""
    title = comparison.new.title or comparison.old.title or "Agreement"
    lines = [f"# {escaped(title)}: two drafts", "", f"{escaped(names[0])} and {escaped(names[1])}"]
    for heading, told in _sections(writers(names, comparison), comparison):
        lines += ["", f"## {escaped(heading)}", ""] if heading else [""]
        lines += [f"{'  ' if line.startswith(' ') else ''}- {escaped(line.strip())}" for line in told] if heading else map(escaped, told)
    return "\n".join(lines) + "\n"


def _sections(who: tuple[str, str], comparison: Comparison) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    around = [line for change in comparison.around for line in _change(change, who)]
    if around:
        found.append(("before the clauses", around))
    for clause in comparison.clauses:
        if clause.gone or not clause.was:
            heading = f"{clause.name} (only {who[0 if clause.gone else 1]})"
            found.append((heading, [line for change in clause.changes for line in change.old or change.new]))
            continue
        lines = [*_clause(clause, who), *(line for change in clause.changes for line in _change(change, who))]
        if lines:
            found.append((clause.name, lines))
    differences = sum(change.means_something_else for change in comparison.changes)
    same = len([1 for a, b in comparison.pairs if a is not None and b is not None])
    same -= sum(one.part is Part.SENTENCE and one.way in (Way.CHANGED, Way.AFFECTED) for one in comparison.changes)
    told = f"{count_words(differences, 'difference')}" if differences else "No difference in what they mean"
    found.append(("", [f"{told}; {count_words(same, 'sentence')} the same in both."]))
    return found


def _clause(clause: ClauseChange, who: tuple[str, str]) -> list[str]:
    return [f"{who[0]} calls it {clause.was}, {who[1]} calls it {clause.name}"] if clause.renamed else []


def _change(change: Change, who: tuple[str, str]) -> list[str]:
    if not change.means_something_else:
        return []
    if change.part is Part.HEADING:
        values = [heading_value(change.name, lines[0]) if lines else "" for lines in (change.old, change.new)]
        return [f"{change.name}: {_wrote(values[0], values[1], who)}"]
    if change.part is Part.CELL:
        values = [lines[0] if lines else "" for lines in (change.old, change.new)]
        return [f"{change.name}: {_wrote(values[0], values[1], who)}"]
    if change.part is Part.KIND:
        return [f"{who[0]} calls it a {change.old[0]}, {who[1]} a {change.new[0]}"]
    if change.part is Part.PROMISE and change.old and change.new:
        return [f"{who[0]} wrote: {change.old[0]}", f"{who[1]} wrote: {change.new[0]}"]
    if change.way is Way.AFFECTED:
        return [change.new[0], "  the same in both, but it depends on something that differs"]
    if not change.old or not change.new:
        lines = change.new or change.old
        return [f"only {who[1 if change.new else 0]} wrote: {lines[0]}", *(f"  {line}" for line in lines[1:])]
    return [*_first(change.old[0], change.new[0], who), *_under(change, who)]


def _first(old: str, new: str, who: tuple[str, str]) -> list[str]:
    if old == new:
        return [new]
    found = difference(old, new)
    if not found.before and not found.after:
        return [f"{who[0]} wrote: {old}", f"{who[1]} wrote: {new}"]
    around = joined(found.before, "…", found.after)
    return [around, f"  {_wrote(found.old, found.new, who)}"]


def _under(change: Change, who: tuple[str, str]) -> list[str]:
    """The lines under a sentence that only one of them has, or that each has otherwise."""
    other, old, new = lines_under(change)
    return [
        *(f"  {_wrote(*both, who)}" for both in other),
        *(f"  only {who[0]} wrote: {line}" for line in old),
        *(f"  only {who[1]} wrote: {line}" for line in new),
    ]


def _wrote(old: str, new: str, who: tuple[str, str]) -> str:
    if not old or not new:
        return f"only {who[0 if old else 1]} wrote: {old or new}"
    return f"{who[0]} wrote {old}, {who[1]} wrote {new}"
