"""What each version of an agreement changed about the one before: the story that `pact history` tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diff.compare import compare
from pactlang.diff.directions import Effect, effect_of
from pactlang.diff.said import aim_lines, by_title, clause_lines, example_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.history.story import Version
    from pactlang.model.agreement import Agreement, Aim, Clause, Matrix, Signature


class Change(Struct, frozen=True):
    """One clause (or matrix, or the heading) that says something else: the lines taken out and those put in, as they were written.

    `effect` says whether it asks for more or for less, and of whom. `was` is the old name of a clause that has another now.
    """

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    effect: Effect = field(default_factory=Effect)
    was: str = ""


class Renegotiation(Struct, frozen=True):
    """One version beside the text that it takes over from (`before`; None for the first)."""

    version: Version
    before: Agreement | None
    changes: tuple[Change, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def agreement(self) -> Agreement:
        """Its text."""
        return self.version.agreement

    @property
    def signed(self) -> tuple[Signature, ...]:
        """Who assented to these very words, in the agreement's order."""
        order = {party: place for place, party in enumerate(self.agreement.parties)}
        return tuple(
            sorted(filter(self.agreement.assents, self.agreement.signatures), key=lambda one: (order.get(one.party, len(order)), one.on))
        )


def renegotiations(versions: Sequence[Version]) -> list[Renegotiation]:
    """The story of the versions, as they are in force. Each is held against the last before it that was."""
    found: list[Renegotiation] = []
    before: Agreement | None = None
    for version in versions:
        agreement = version.agreement
        changes = changes_between(before, agreement) if before is not None else ()
        found.append(Renegotiation(version, before, changes, _reasons_added(before, agreement)))
        if before is None or (version.start is not None and not version.draft):
            before = agreement
    return found


def changes_between(before: Agreement, after: Agreement) -> tuple[Change, ...]:
    """What two texts say differently, clause by clause, in the order of the newer one; what is gone comes last."""
    old, new = _lines(before), _lines(after)
    comparison = compare(before, after)
    effects = {clause.name: effect_of(clause, comparison) for clause in comparison.clauses}
    renamed = {clause.name: clause.was for clause in comparison.clauses if clause.renamed}
    for name, other in renamed.items():
        old[name] = old.pop(other, ())
    found = []
    for name in [*new, *(one for one in old if one not in new)]:
        was, now = old.get(name, ()), new.get(name, ())
        removed = tuple(line for line in was if line not in now)
        added = tuple(line for line in now if line not in was)
        if removed or added or name in renamed:
            found.append(Change(name, removed, added, effects.get(name, Effect()), renamed.get(name, "")))
    return tuple(found)


def _lines(agreement: Agreement) -> dict[str, tuple[str, ...]]:
    """Each part of a text by its name, with what it says."""
    found: dict[str, tuple[str, ...]] = {
        "": (f"between {' and '.join(agreement.parties)}", f"time zone {agreement.zone or 'of the machine'}")
    }
    for clause in agreement.clauses:
        found[clause.name] = clause_lines(clause)
    for matrix in agreement.matrices:
        found[matrix.name] = tuple(row.words for row in matrix.rows)
    for aim in agreement.aims:
        found[aim.name] = aim_lines(aim)
    for title, example in by_title(agreement.examples).items():
        found[f'example "{title}"'] = example_lines(example)
    return found


def _reasons_added(before: Agreement | None, after: Agreement) -> tuple[tuple[str, str], ...]:
    """The reasons (`>` lines) that the newer text gives and the older does not, each with the name of its clause."""
    old = {reason for clause in _with_reasons(before) for reason in clause.reasons} if before else set()
    return tuple((clause.name, reason) for clause in _with_reasons(after) for reason in clause.reasons if reason not in old)


def _with_reasons(agreement: Agreement) -> tuple[Clause | Matrix | Aim, ...]:
    return (*agreement.clauses, *agreement.matrices, *agreement.aims)
