"""The words for one change: what it says now, for whom that is tighter or looser, the short log that shows it. Never whose fault."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, assert_never

from pactlang.checker.context import label_of
from pactlang.checker.form import FormName
from pactlang.diff.changes import Part, Way
from pactlang.model.agreement import Sentence
from pactlang.witness.direction import Direction
from pactlang.words.case import case_words
from pactlang.words.difference import difference, joined
from pactlang.words.words import day_words, list_words, people_words

if TYPE_CHECKING:
    from pactlang.diff.changes import Change, ClauseChange
    from pactlang.witness.direction import Witness


_PAUSE_AFTER = re.compile(r"^after .*, .* pauses? for ")


def said_words(change: Change) -> list[str]:
    """What was said and what is said now, in a line where that can be read, else in more."""
    match change.part:
        case Part.HEADING:
            return [_heading(change)]
        case Part.KIND:
            return [f"was a {change.old[0]}, is a {change.new[0]} now"]
        case Part.CELL:
            return [_cell(change)]
        case Part.MATRIX:
            return [_arrow(change.old[0], change.new[0])]
        case Part.EVENT | Part.PERSON | Part.STATE | Part.DAYS | Part.HOURS | Part.SENTENCE | Part.PROMISE | Part.AIM | Part.EXAMPLE:
            pass
        case _:
            assert_never(change.part)
    if change.way is Way.AFFECTED:
        return [f"{change.new[0]} (it says the same, but what it depends on has changed)"]
    if change.way in (Way.ADDED, Way.REMOVED):
        first, *under = change.new or change.old
        return [f"{'new' if change.way is Way.ADDED else 'no longer'}: {first}", *under]
    if change.part is Part.PROMISE:
        return [change.new[0], f"before: {change.old[0]}"]
    first, *more = _sentence(change.old[0], change.new[0])
    return [first, *more, *_under(change)]


def _heading(change: Change) -> str:
    name = {"between": "between", "title": "called"}.get(change.name, change.name)
    old, new = (heading_value(change.name, line) for line in ((*change.old, "")[0], (*change.new, "")[0]))
    if not old:
        return f"{name} {new} (it did not say before)"
    if not new:
        return f"no longer: {name} {old}"
    return f"{name} {old} → {new}"


def heading_value(name: str, text: str) -> str:
    """What a line of the heading says, a date in words."""
    return day_words(date.fromisoformat(text).toordinal(), weekday=False) if text and name.startswith("in force") else text


def _cell(change: Change) -> str:
    if change.way is Way.ADDED:
        return f"new: {change.name}: {change.new[0]}"
    if change.way is Way.REMOVED:
        return f"no longer: {change.name}: {change.old[0]}"
    return f"{change.name}: {change.old[0]} → {change.new[0]}"


def _sentence(old: str, new: str) -> list[str]:
    if old == new:
        return [new]
    found = difference(old, new)
    if found.short:
        return [joined(found.before, found.old, "→", found.new, found.after)]
    if not found.old:
        return [new, f"now also says: {found.new}"]
    if not found.new:
        return [new, f"no longer says: {found.old}"]
    return [new, f"before: {old}"]


def _arrow(old: str, new: str) -> str:
    return _sentence(old, new)[0]


def _under(change: Change) -> list[str]:
    """The lines under a sentence that went and came; one that only says something else is told as that."""
    other, gone, come = lines_under(change)
    told = [_arrow(old, new) if difference(old, new).short else f"{old} → {new}" for old, new in other]
    return [*told, *(f"no longer: {line}" for line in gone), *(f"new: {line}" for line in come)]


def lines_under(change: Change) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """The lines under a sentence that say something else than before, those that went, and those that came."""
    gone = [line for line in change.old[1:] if line not in change.new[1:]]
    come = [line for line in change.new[1:] if line not in change.old[1:]]
    pairs: list[tuple[str, str]] = []
    for line in list(gone):
        other = next((one for one in come if one.split()[0] == line.split()[0]), None)
        if other is not None:
            pairs.append((line, other))
            gone.remove(line)
            come.remove(other)
    return pairs, gone, come


def direction_words(change: Change) -> str:
    """Whether it asks for more or for less, and of whom; empty where that is no question."""
    compared = change.compared
    match change.direction:
        case Direction.SAME:
            return "other words, the same meaning" if change.part is Part.SENTENCE else ""
        case Direction.NEITHER:
            return "asks neither more nor less"
        case Direction.CHANGED:
            if compared.cut:
                return "changed (too much to try out, so it is not known whether tighter or looser)"
            if not compared.none:
                return f"changed ({_in_a_case(change)})"
            if change.part is Part.SENTENCE and all("if we can" in lines for lines in (change.old, change.new) if lines):
                return "a wish, which binds nobody"
            return "changed" if change.part in (Part.SENTENCE, Part.CELL, Part.MATRIX) else ""
        case Direction.TIGHTER:
            return f"tighter{_for(compared.bound)}"
        case Direction.LOOSER:
            return f"looser{_for(compared.freed)}{_less(change)}"
        case Direction.BOTH:
            pass
        case _:
            assert_never(change.direction)
    if compared.bound == compared.freed:
        return f"tighter and looser{_for(compared.bound)}{_less(change)}"
    return f"tighter{_for(compared.bound)}, looser{_for(compared.freed)}{_less(change)}"


def _in_a_case(change: Change) -> str:
    """What the one short log shows, where the other direction may be so, too."""
    compared = change.compared
    if compared.tighter is not None:
        return f"tighter{_for(compared.bound)} in this case; no case was found in which it is looser"
    return f"looser{_for(compared.freed)}{_less(change)} in this case; no case was found in which it is tighter"


def _for(names: tuple[str, ...]) -> str:
    return f" for {people_words(names)}" if names else ""


def _less(change: Change) -> str:
    others = [name for name in change.compared.less_protected if name not in change.compared.freed]
    return f", protects {people_words(others)} less" if others else ""


def witness_words(change: Change) -> list[str]:
    """The short logs that show the direction, one line each."""
    compared = change.compared
    both = compared.tighter is not None and compared.looser is not None
    told = []
    for witness, name in ((compared.tighter, "tighter: "), (compared.looser, "looser: ")):
        if witness is not None:
            told.append(f"{name if both else ''}{_witness(witness, change)}")
    return told


def _of_a_pause(change: Change) -> bool:
    """Whether a sentence that pauses something is new, gone or another."""
    lines = (*change.old[:1], *change.new[:1])
    return change.part is Part.SENTENCE and any(line.startswith("anyone may pause") or _PAUSE_AFTER.search(line) for line in lines)


def log_words(witness: Witness, change: Change) -> str:
    """The short log by which a direction is shown. Where it is empty and an interval is what broke, no date is named: the two sentences
    are held against each other from a first date of their own on.
    """
    breach = witness.breach
    lines = breach.sentence.modifiers if isinstance(breach.sentence, Sentence) and change.part is Part.SENTENCE else None
    if witness.entries or breach.form is not FormName.INTERVAL or lines is None or lines.only or lines.excepted:
        return case_words(witness.entries, witness.last, breach.agreement, held=witness.held)
    return f"nothing logged in the first {witness.last - (breach.agreement.in_force_from or witness.last) + 1} days"


def _witness(witness: Witness, change: Change) -> str:
    case = log_words(witness, change)
    if change.part is Part.HEADING:
        return f"{case}: {'not in force before, a breach now' if witness.broken_by == 'new' else 'a breach before, not in force now'}"
    if _of_a_pause(change) and witness.breach.form is not FormName.PAUSE:
        # A pause lifts what another sentence asks for.
        label = label_of(witness.breach.sentence)
        return f"{case}: a breach of {label} {'now, not before' if witness.broken_by == 'new' else 'before, not now'}"
    if change.way is Way.ADDED:
        return f"{case}: a breach now"
    if change.way is Way.REMOVED:
        return f"{case}: a breach before"
    tighter = witness.broken_by == "new"
    if "if we can" in (change.old if tighter else change.new):
        return f"{case}: a wish before, a breach now" if tighter else f"{case}: a breach before, a wish now"
    if witness.also:
        kept = f"kept by this sentence {'before' if tighter else 'now'}, but not by {list_words(witness.also)}"
        return f"{case}: {kept}; a breach now" if tighter else f"{case}: a breach before, {kept}"
    return f"{case}: kept before, a breach now" if tighter else f"{case}: a breach before, kept now"


def clause_words(clause: ClauseChange) -> str:
    """What happened to the clause as a whole."""
    if clause.gone:
        return "taken out"
    if not clause.was:
        return "new"
    if clause.renamed:
        return f"called {clause.was} before" + ("" if clause.changes else "; it says the same")
    return ""
