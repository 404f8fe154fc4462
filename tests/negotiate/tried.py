"""Which logs a comparison tries, in order, as `tried.txt` keeps them for every row of `directions.txt`: how many kinds of days, how many
logs of their first ones, and a few digits for all of them.

A log that is no longer tried, or is another one, need not change a direction of the table: another log may show the same. It may be the
only one in an agreement that no table has. So none is lost unseen: `python -m tests.negotiate.tried` writes all anew. No log is judged, but
those of a row that is new: what is said of it must be what the table says.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import islice
from pathlib import Path

from pactlang.checker.budget import Budget
from pactlang.model.agreement import Agreement
from pactlang.witness.entries import key_of
from pactlang.witness.search import STEPS, batches
from pactlang.witness.sides import Given
from tests.negotiate.table import Row, agreement, rows

FILE = Path(__file__).parent / "tried.txt"
FIRST = 400  # logs of the first kinds of days
LATER = 40  # of each of the others
STAGES = 4


def line(row: Row) -> str:
    """What is tried for a row."""
    old, new = (_given(agreement(lines)) for lines in (row.old, row.new))
    digest, logs, days = blake2b(digest_size=4), 0, 0
    for days, batch in enumerate(batches(old, new, Budget(STEPS)), 1):
        for case in islice(batch.cases, FIRST if days <= STAGES else LATER):
            digest.update(repr((case.last, *map(key_of, case.entries))).encode())
            logs += 1
        digest.update(repr((batch.plain, batch.pool.base, batch.pool.start)).encode())
    return f"{row.about}: {logs} logs in {days} rounds, {digest.hexdigest()}"


def _given(whole: Agreement) -> Given | None:
    found: list[Given] = [(whole, one) for one in whole.sentences if one.clause == "tried"]
    return found[0] if found else None


def kept() -> dict[str, str]:
    """What `tried.txt` keeps, by the name of the row."""
    return {one.rpartition(": ")[0]: one for one in FILE.read_text(encoding="utf-8").splitlines()}


def unproved() -> list[str]:
    """The rows whose logs are not kept yet, and of which something else is said than what the table has: the tests take a sample."""
    from pactlang.diff.words import direction_words
    from tests.negotiate.test_directions import changed

    fresh = [row for row in rows() if row.about not in kept()]
    said = {row: "" if (change := changed(row.old, row.new)) is None else direction_words(change) for row in fresh}
    return [f"{row.about}: {words}" for row, words in said.items() if words != row.said]


if __name__ == "__main__":
    if wrong := unproved():
        raise SystemExit("\n".join(["Nothing is written. This is said of:", *wrong]))
    FILE.write_text("".join(f"{line(row)}\n" for row in rows()), encoding="utf-8")
