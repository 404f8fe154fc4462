"""What each version of an agreement changed about the one before: the story that `pact history` tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pactlang.versions.directions import direction_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.agreement import Agreement, Clause, Matrix, Signature
    from pactlang.versions.commits import Commit
    from pactlang.versions.history import Version


@dataclass(frozen=True, slots=True)
class Change:
    """One clause (or matrix, or the heading) that says something else: the lines taken out and those put in, as they were written.

    `direction` says whether it asks for more (`tighter`), for less (`looser`) or for `both`; empty where that cannot be told.
    """

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Renegotiation:
    """One version beside the text that it takes over from (`before`; None for the first)."""

    agreement: Agreement
    start: int
    commits: tuple[Commit, ...]
    before: Agreement | None
    changes: tuple[Change, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def signed(self) -> tuple[Signature, ...]:
        """Who assented to these very words, in the agreement's order."""
        order = {party: place for place, party in enumerate(self.agreement.parties)}
        return tuple(
            sorted(filter(self.agreement.assents, self.agreement.signatures), key=lambda one: (order.get(one.party, len(order)), one.on))
        )


def renegotiations(versions: Sequence[Version]) -> list[Renegotiation]:
    """The story of the versions, oldest first. A text that was only signed later is told once."""
    found: list[Renegotiation] = []
    for version in _folded(versions):
        # A draft takes over from what is signed, not from another draft that nobody followed.
        signed = [one.agreement for one in found if not one.agreement.unsigned]
        before = signed[-1] if signed else found[-1].agreement if found else None
        changes = changes_between(before, version.agreement) if before else ()
        reasons = _reasons_added(before, version.agreement)
        found.append(Renegotiation(version.agreement, version.start, version.commits, before, changes, reasons))
    return found


def _folded(versions: Sequence[Version]) -> list[Version]:
    folded: list[Version] = []
    for version in versions:
        if folded and folded[-1].agreement.digest == version.agreement.digest:
            version = replace(version, commits=(*folded.pop().commits, *version.commits))
        folded.append(version)
    return folded


def changes_between(before: Agreement, after: Agreement) -> tuple[Change, ...]:
    """What two texts say differently, clause by clause, in the order of the newer one; what is gone comes last."""
    old, new = _lines(before), _lines(after)
    found = []
    for name in [*new, *(one for one in old if one not in new)]:
        was, now = old.get(name, ()), new.get(name, ())
        removed = tuple(line for line in was if line not in now)
        added = tuple(line for line in now if line not in was)
        if removed or added:
            found.append(Change(name, removed, added, direction_of(name, before, after) if name else ""))
    return tuple(found)


def _lines(agreement: Agreement) -> dict[str, tuple[str, ...]]:
    """Each part of a text by its name, with what it says."""
    found: dict[str, tuple[str, ...]] = {
        "": (f"between {' and '.join(agreement.parties)}", f"time zone {agreement.zone or 'of the machine'}")
    }
    for clause in agreement.clauses:
        found[clause.name] = _said_in(clause)
    for matrix in agreement.matrices:
        found[matrix.name] = tuple(row.words for row in matrix.rows)
    return found


def _said_in(clause: Clause) -> tuple[str, ...]:
    """The sentences of a clause with the lines under them, and its promises."""
    lines = [f'"{promise.words}"' for promise in clause.promises]
    for sentence in clause.sentences:
        source = sentence.span.source
        first = sentence.span.start_position.line
        lines.append(sentence.words)
        for number in range(first + 1, source.line_count + 1):
            text = source.line_text(number)
            words = text.partition(" #")[0].split()
            if not words or words[0].startswith("#"):
                continue
            if not text[0].isspace() or any(other.span.start_position.line == number for other in clause.sentences):
                break
            if not words[0].startswith((">", '"', "“")):
                lines.append(" ".join(words))
    return tuple(lines)


def _reasons_added(before: Agreement | None, after: Agreement) -> tuple[tuple[str, str], ...]:
    """The reasons (`>` lines) that the newer text gives and the older does not, each with the name of its clause."""
    old = {reason for clause in _with_reasons(before) for reason in clause.reasons} if before else set()
    return tuple((clause.name, reason) for clause in _with_reasons(after) for reason in clause.reasons if reason not in old)


def _with_reasons(agreement: Agreement) -> tuple[Clause | Matrix, ...]:
    return (*agreement.clauses, *agreement.matrices)
