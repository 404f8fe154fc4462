"""Which of two sentences surely asks all that the other does, as `proofs.txt` keeps it for the sentences of `directions.txt`.

Held against each other are those of one form that differ in a few words. `>` is before what the sentence surely asks all of, `<` before
what asks all of it, `=` before both; nothing is sure of a pair that is in no list. That what is sure is so is held by laws; here nothing
becomes sure, or is sure no longer, unseen: `python -m tests.negotiate.proofs` writes all anew; read the difference.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from pactlang.witness.direction import Direction
from pactlang.witness.sides import Given
from pactlang.witness.stricter import never_shown
from tests.negotiate.table import agreement, rows

FILE = Path(__file__).parent / "proofs.txt"
NEAR = 6  # words
MARKS = {frozenset({Direction.LOOSER}): "<", frozenset({Direction.TIGHTER}): ">", frozenset({Direction.LOOSER, Direction.TIGHTER}): "="}


@cache
def sentences() -> dict[str, Given]:
    """Each sentence of the table, by its lines, with the agreement that it is in."""
    found: dict[str, Given] = {}
    for said in dict.fromkeys(said for row in rows() for said in (row.old, row.new) if said):
        whole = agreement(said)
        if whole.sentences and whole.sentences[-1].clause == "tried":
            found[said] = (whole, whole.sentences[-1])
    return found


def lines(said: str) -> list[str]:
    """What is sure between a sentence and those after it that are near."""
    given, found = sentences(), []
    after = list(given)[list(given).index(said) + 1 :]
    for other in after:
        if type(given[said][1].form) is type(given[other][1].form) and _apart(said, other) <= NEAR:
            never = never_shown(given[said], given[other]) & {Direction.LOOSER, Direction.TIGHTER}
            found += [f"{MARKS[never]} {other}"] if never else []
    return found


def _apart(one: str, other: str) -> int:
    here, there = (Counter(said.split()) for said in (one, other))
    return ((here - there) + (there - here)).total()


def kept() -> dict[str, list[str]]:
    """What `proofs.txt` keeps."""
    blocks = FILE.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    return {head: rest for head, *rest in (block.split("\n") for block in blocks)}


if __name__ == "__main__":
    FILE.write_text("\n\n".join("\n".join([said, *lines(said)]) for said in sentences()) + "\n", encoding="utf-8")
