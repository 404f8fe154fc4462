"""What a renegotiation changed, for a person at a terminal: the change in words first, then the short log that shows it."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from pactlang.diff.changes import Part
from pactlang.diff.replayed import replayed_text
from pactlang.diff.words import clause_words, direction_words, said_words, witness_words
from pactlang.witness.direction import Direction
from pactlang.words.page import Page
from pactlang.words.words import count_words, list_words, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pactlang.diff.accept import Accepted
    from pactlang.diff.changes import Change, Comparison
    from pactlang.diff.replay import Replayed

WIDTH = 100
_STYLES = {Direction.TIGHTER: "due", Direction.LOOSER: "good", Direction.BOTH: "due"}


def diff_text(
    names: tuple[str, str],
    comparison: Comparison,
    accepted: Mapping[str, Accepted],
    replayed: Replayed | None = None,
    *,
    colour: bool = False,
    width: int = WIDTH,
) -> str:
    """The whole answer of `pact diff`; `names` are what the two texts were called by."""
    page = Page(colour=colour)
    text = _Diff(comparison, accepted, page, min(width, WIDTH)).whole(names)
    if replayed is None:
        return text
    page.line()
    replayed_text(page, replayed, min(width, WIDTH))
    return page.text


class _Diff:
    def __init__(self, comparison: Comparison, accepted: Mapping[str, Accepted], page: Page, width: int) -> None:
        self._comparison = comparison
        self._accepted = accepted
        self._page = page
        self._width = width

    def whole(self, names: tuple[str, str]) -> str:
        page, comparison = self._page, self._comparison
        title = comparison.new.title or "Agreement"
        page.line(f"{page.mark(title, 'title')} · {safe(names[0])} → {safe(names[1])}")
        if comparison.around:
            page.line()
            for change in comparison.around:
                self._change(change, "  ")
        for clause in comparison.clauses:
            page.line()
            what = clause_words(clause)
            page.line(f"{page.mark(clause.name, 'name')}{f' ({safe(what)})' if what else ''}")
            if clause.title:
                self._wrapped(f'titled "{clause.title}" now', "  ")
            for change in clause.changes:
                self._change(change, "  ", whole_new=not clause.was or clause.gone)
            for reason in clause.reasons:
                self._wrapped(f"> {reason}", "  ")
            for reason in clause.reasons_gone:
                self._wrapped(f"no longer: > {reason}", "  ")
        page.line()
        for line in summary_lines(comparison, self._accepted):
            self._wrapped(line, "")
        return page.text

    def _change(self, change: Change, indent: str, *, whole_new: bool = False) -> None:
        """The words, the direction, the short log that shows it, the fingerprint."""
        first, *more = headed(change)
        if whole_new:
            first = first.removeprefix("new: ").removeprefix("no longer: ")
        direction = direction_words(change)
        accepted = self._accepted.get(change.fingerprint)
        lines = [(f"{first}: {direction}" if direction else first, indent, False)]
        lines += [(line, f"{indent}  ", False) for line in more]
        lines += [(line, f"{indent}  ", True) for line in witness_words(change)]
        if accepted is not None:
            lines.append((f"accepted on {accepted.on}: {accepted.reason}", f"{indent}  ", False))
        mark = change.fingerprint + needs_words(change, self._comparison) if change.means_something_else and accepted is None else ""
        for number, (text, place, dim) in enumerate(lines):
            marked = direction if direction and text.endswith(direction) else ""
            self._wrapped(text, place, marked, change, dim=dim, mark=mark if number == len(lines) - 1 else "")

    def _wrapped(
        self, text: str, indent: str, marked: str = "", change: Change | None = None, *, dim: bool = False, mark: str = ""
    ) -> None:
        """Text from files, wrapped; the end of it in the colour of its direction, `mark` in brackets after it."""
        lines = textwrap.wrap(safe(text), self._width - len(indent) - 4, break_long_words=False, break_on_hyphens=False) or [""]
        for number, line in enumerate(lines):
            shown = self._page.mark(line, "dim") if dim else line
            style = _STYLES.get(change.direction) if change is not None else None
            if marked and style and number == len(lines) - 1 and line.endswith(safe(marked)):
                shown = f"{line[: len(line) - len(safe(marked))]}{self._page.mark(marked, style)}"
            place = f"{indent}{'    ' if number else ''}"
            if mark and number == len(lines) - 1:
                bracketed = self._page.mark(f"[{mark}]", "dim")
                room = self._width - len(place) - len(line) - len(mark) - 4
                shown += f"  {bracketed}" if room >= 0 else f"\n{place}{bracketed}"
            self._page.line(f"{place}{shown}")


def headed(change: Change) -> list[str]:
    """The words of a change; what stands outside of clauses says what it is."""
    if change.part not in (Part.EVENT, Part.PERSON, Part.STATE, Part.DAYS, Part.HOURS, Part.AIM, Part.EXAMPLE):
        return said_words(change)
    if not change.old or not change.new:
        lines = change.new or change.old
        return [f"{'no longer' if change.old else 'new'}: {lines[0]}", *lines[1:]]
    if change.old == change.new:
        return [f"{change.new[0]} (it says the same, but what it depends on has changed)"]
    gone = [f"no longer: {line}" for line in change.old if line not in change.new]
    come = [f"now: {line}" for line in change.new if line not in change.old]
    match change.part:
        case Part.AIM:
            what = " ".join(change.new[0].split()[:2])
        case Part.EXAMPLE:
            what = change.new[0]
        case _:
            what = f"{change.part.value} {change.name}"
    return [what, *gone, *come]


def needs_words(change: Change, comparison: Comparison) -> str:
    """Whose assent it needs, where that is not everybody's."""
    if not change.assent or set(change.assent) == set(comparison.new.parties):
        return ""
    return f" · needs {people_words(change.assent)}"


def summary_lines(comparison: Comparison, accepted: Mapping[str, Accepted]) -> list[str]:
    """How much changed, and who must agree."""
    changes = [one for one in comparison.changes if one.means_something_else]
    told: list[str] = []
    if not changes:
        reworded = any(True for _ in comparison.changes) or bool(comparison.clauses)
        other = reworded or comparison.old.digest != comparison.new.digest
        told.append("Both mean the same, in different words." if other else "Both say the same.")
    else:
        told.append(f"{count_words(len(changes), 'change')}{_counted(changes)}.")
    known = sum(one.fingerprint in accepted for one in changes)
    if known:
        told.append(
            f"{known if known < len(changes) else 'All'} of them {'is' if known == 1 and len(changes) > 1 else 'are'} already accepted."
        )
    if comparison.moved:
        verb = "is" if len(comparison.moved) == 1 else "are"
        told.append(f"{list_words(comparison.moved)} {verb} in a different place now, which changes nothing.")
    left = [one for one in changes if one.fingerprint not in accepted]
    if left:
        told.append(f"It needs a yes from {people_words(_assent(left, comparison))}.")
    if comparison.old.signatures and comparison.old.digest != comparison.new.digest:
        told.append("A signature counts only for the text that was signed: the old ones do not count for the new text.")
    return told


def _counted(changes: Sequence[Change]) -> str:
    counts = Counter(one.direction for one in changes)
    words = [f"{counts[one]} {one.value}" for one in (Direction.TIGHTER, Direction.LOOSER) if counts[one]]
    words += [f"{counts[Direction.BOTH]} both"] if counts[Direction.BOTH] else []
    others = counts[Direction.NEITHER] + counts[Direction.CHANGED]
    if len(changes) == 1:
        return f": {changes[0].direction.value}" if words else ""
    return f": {', '.join(words)}{f', {others} other' if others else ''}" if words else ""


def _assent(changes: Sequence[Change], comparison: Comparison) -> list[str]:
    asked = {name for change in changes for name in change.assent}
    return [name for name in (*comparison.new.parties, *comparison.old.parties) if name in asked and not asked.remove(name)]  # type: ignore[func-returns-value]
