"""Merges two changed texts of one agreement, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.history.pieces import Piece, pieces, read, said, signatures
from pactlang.resolve.signatures import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.history.pieces import Key
    from pactlang.language.tree import Document


class Merged(Struct):
    """A merged text; `conflicts` counts the places where people have to decide. `notes` are what to know besides."""

    text: str
    conflicts: int = 0
    notes: list[str] = field(default_factory=list)


def merge(base: str, ours: str, theirs: str, marker_size: int = 7) -> Merged | None:
    """Both changes in one text; None where one of the texts cannot be read, so that only its lines can be merged.

    Blocks go by their names, the lines under `pact` and the rows of a matrix by theirs. Where only one side changed one, its change is
    taken; where both did, the two stand between markers. What differs only in its layout counts as unchanged.

    >>> base = "cap a\\n    at most 4 dates per week\\ncap b\\n    at most 4 dates per month\\n"
    >>> merge(base, base.replace("4 dates per week", "3 dates per week"), base.replace("4 dates per month", "9 dates per month")).text
    'cap a\\n    at most 3 dates per week\\ncap b\\n    at most 9 dates per month\\n'
    """
    texts = [_ended(text) for text in (base, ours, theirs)]
    documents = [read(text) for text in texts]
    if any(document is None for document in documents):
        return None
    cut = [pieces(document) for document in documents if document is not None]
    if len(cut) < 3 or any(one is None for one in cut):
        return None
    present = [document for document in documents if document is not None]
    merger = _Merger(marker_size, *present)
    text = merger.sequence(*(one for one in cut if one is not None))
    if not merger.conflicts and read(text) is None:
        return None
    return Merged(text, merger.conflicts, merger.notes)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


class _Merger:
    """One merge: counts what it could not decide."""

    def __init__(self, marker_size: int, base: Document, ours: Document, theirs: Document) -> None:
        self._size = marker_size
        self.conflicts = 0
        self.notes: list[str] = []
        self._doubtful = self._undecided_signatures(base, ours, theirs)

    def _undecided_signatures(self, base: Document, ours: Document, theirs: Document) -> frozenset[str]:
        """Who signed on one side while the words changed on the other, with nothing on the line that says which words were signed."""
        words = digest([base])
        doubtful: set[str] = set()
        for signing, other in ((ours, theirs), (theirs, ours)):
            before = signatures(base)
            given = {party: value for party, value in signatures(signing).items() if before.get(party) != value}
            if not given or digest([other]) in (words, digest([signing])):
                continue
            for party, value in given.items():
                if value[-1]:
                    self.notes.append(f"{party} signed words that the other side has changed, as the digest next to the signature shows")
                else:
                    doubtful.add(party)
        return frozenset(doubtful)

    def sequence(self, base: Sequence[Piece], ours: Sequence[Piece], theirs: Sequence[Piece]) -> str:
        """The pieces of three texts merged and put in order."""
        sides = [{piece.key: piece for piece in side} for side in (base, ours, theirs)]
        return "".join(self._piece(*(side.get(key) for side in sides)) for key in _order(*sides))

    def _piece(self, base: Piece | None, ours: Piece | None, theirs: Piece | None) -> str:
        if self._is_doubtful(base, ours, theirs):
            return self._conflict(ours, theirs)
        if self._doubtful and base and ours and theirs and base.key == ("pact",) and base.inner and ours.inner and theirs.inner:
            # Whatever else is the same: each signature is looked at.
            return (_chosen(base.lead, ours.lead, theirs.lead) or ours.lead) + self.sequence(base.inner, ours.inner, theirs.inner)
        if ours is None or theirs is None:
            return self._added_or_gone(base, ours, theirs)
        lead = _chosen(base.lead if base else "", ours.lead, theirs.lead)
        body = _chosen(base.body if base else "", ours.body, theirs.body)
        if lead is None:
            return self._conflict(ours, theirs)
        if body is not None:
            return lead + body
        if base is not None and base.inner and ours.inner and theirs.inner and _one_table(base, ours, theirs):
            return lead + self.sequence(base.inner, ours.inner, theirs.inner)
        return lead + self._conflict(ours, theirs, settled=True)

    def _added_or_gone(self, base: Piece | None, ours: Piece | None, theirs: Piece | None) -> str:
        """A piece that at least one side has not: added by the other, taken out of an unchanged one, or to be decided."""
        there = ours or theirs
        if there is None or (base is not None and _same(there, base)):
            return ""
        return there.whole if base is None else self._conflict(ours, theirs)

    def _is_doubtful(self, base: Piece | None, ours: Piece | None, theirs: Piece | None) -> bool:
        piece = ours or theirs
        changed = not (_same(ours, base) and _same(theirs, base))
        return piece is not None and piece.key[0] == "signed by" and piece.key[-1] in self._doubtful and changed and not _same(ours, theirs)

    def _conflict(self, ours: Piece | None, theirs: Piece | None, *, settled: bool = False) -> str:
        """Both texts between git's markers; with `settled`, the comments above them stand there already."""
        self.conflicts += 1
        shown = [("" if one is None else one.body if settled else one.whole) for one in (ours, theirs)]
        return f"{'<' * self._size} ours\n{shown[0]}{'=' * self._size}\n{shown[1]}{'>' * self._size} theirs\n"


def _same(one: Piece | None, other: Piece | None) -> bool:
    if one is None or other is None:
        return one is other
    return said(one.whole) == said(other.whole)


def _chosen(base: str, ours: str, theirs: str) -> str | None:
    """The one of three texts that a merge keeps; None where both sides say something new. Layout decides where words do not."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if said(ours) == said(theirs) or said(theirs) == said(base):
        return ours
    return theirs if said(ours) == said(base) else None


def _one_table(*sides: Piece) -> bool:
    """Whether the columns of a matrix are the same on all sides: its rows cannot be read without them."""
    return len({said(piece.body) for side in sides for piece in side.inner if piece.key == ("columns",)}) <= 1


def _order(base: dict[Key, Piece], ours: dict[Key, Piece], theirs: dict[Key, Piece]) -> list[Key]:
    """The order of all pieces: of the side that moved some, with what the other side added after what it stood behind there."""
    common = [key for key in base if key in ours and key in theirs]
    ours_moved = [key for key in ours if key in common] != common
    leading, following = (ours, theirs) if ours_moved else (theirs, ours)
    order = list(leading)
    for place, key in enumerate(following):
        if key in leading:
            continue
        before = next((one for one in reversed(list(following)[:place]) if one in order), None)
        order.insert(0 if before is None else order.index(before) + 1, key)
    return order
