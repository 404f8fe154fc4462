"""Fingerprints are kept by people: `fingerprints.txt` pins them, with the names that 0.1.0 gave. A word learnt later changes none.

`python -m tests.negotiate.test_fingerprints` adds pins, so that every fifth row of the table has one; it changes none that stands.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.diff.changes import Change
from pactlang.diff.compare import compare
from pactlang.diff.fingerprints import fingerprint
from pactlang.model.meaning import part_meaning
from tests.negotiate.table import Row, agreement, rows

PINNED = Path(__file__).parent / "fingerprints.txt"


def marks(row: Row) -> list[Change]:
    """The changes of a row, not judged."""
    return list(compare(agreement(row.old), agreement(row.new), judged=False).changes)


def pinned() -> list[tuple[str, str, str]]:
    """What a change is about, its name, and what 0.1.0 called it."""
    lines = [line for line in PINNED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [tuple(line.split(" | ")) for line in lines]  # type: ignore[misc]  # three each


_PINS = {about for about, _, _ in pinned()}
TAKEN = {row.about: row for row in rows() if row.about in _PINS}
_ENOUGH = len(rows()) // 5


@pytest.mark.parametrize("about", TAKEN)
def test_a_fingerprint_stays(about: str) -> None:
    assert [(now, former) for what, now, former in pinned() if what == about] == [
        (one.mark.now, one.mark.former) for one in marks(TAKEN[about])
    ], "a name that people keep has changed: mend the code, never the pin"


def test_the_pins_are_of_rows_that_there_are() -> None:
    assert set(TAKEN) == _PINS
    assert len(TAKEN) >= _ENOUGH, "run: python -m tests.negotiate.test_fingerprints"


def test_what_is_not_said_is_in_no_fingerprint() -> None:
    """A field that is learnt later, at its default, is as if it were not there; one that says something is."""
    sentence = agreement("at most 1 encounter per month").sentences[-1]
    meaning = part_meaning((sentence.form, sentence.modifiers))
    (kind, *form), (under, *modifiers) = meaning  # type: ignore[misc]  # a form and its modifiers
    less = ((kind, *(part for part in form if part[0] != "unless")), (under,))
    assert fingerprint(less).now == fingerprint(meaning).now
    said = ((kind, *form), (under, *(("private", True) if part[0] == "private" else part for part in modifiers)))
    assert fingerprint(said).now != fingerprint(meaning).now


def test_what_the_first_version_could_not_say_has_no_former_name() -> None:
    """A part that 0.1.0 did not have."""
    assert fingerprint(("PlainPromise",)).former == ""


if __name__ == "__main__":
    new = [row for row in rows() if row.about not in TAKEN]
    with PINNED.open("a", encoding="utf-8") as file:
        for row in new[len(new) - max(0, _ENOUGH - len(TAKEN)) :]:
            file.writelines(f"{row.about} | {one.mark.now} | {one.mark.former}\n" for one in marks(row))
