"""Scores what is answered to lines of a log: `python -m tests.say.entry_scoring [-v]`. An offer is right where it is the entry meant."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from pactlang.inputs.entries import Scribe
from pactlang.language.rephrase.when import Now
from pactlang.log.read import read_log
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather

if TYPE_CHECKING:
    from pactlang.diagnostics import Advice

ROWS = Path(__file__).parent / "entries.tsv"
NOW = Now(date(2026, 11, 7), 12 * 60)  # a Saturday at noon
_WHERE = {
    "r": ("relationships", "Ana and Ben"), "h": ("household", "Ana, Ben and Kim"), "c": ("coparents", "Ana and Ben"),
    "t": ("team", "Priya, Lars and Wei"),
}  # fmt: skip


class Row(NamedTuple):
    """A line as typed, what kind of answer it should have, and the entries that it means."""

    id: str
    where: str
    typed: str
    kind: str
    gold: str

    @property
    def me(self) -> str:
        """Who types it."""
        return _WHERE[self.where][1].split(",")[0].split()[0]


def rows() -> list[Row]:
    """All rows."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


@lru_cache
def scribe(where: str) -> Scribe:
    """What answers to lines in the agreement of a row."""
    vocabulary, parties = _WHERE[where]
    people = "person robin\n\nperson dana\n" if where == "r" else ""
    text = f'pact "us"\n    between {parties}\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse {vocabulary}\n\n{people}'
    agreement, _ = resolve_gathered(gather(Path("us.pact"), lambda _: text.encode()))
    assert agreement is not None
    return Scribe([agreement])


def answer(row: Row) -> tuple[Advice, float]:
    """What is answered to a row, and how many milliseconds of processor time it took."""
    began = process_time()
    found = scribe(row.where).suggest(row.typed, NOW, me=row.me)
    return found, (process_time() - began) * 1000


def same(offered: str, gold: str) -> bool:
    """Whether two lines are one entry; a tag more, of words that were typed, keeps more of what was said."""
    one, other = (read_log(line, "a.pactlog").entries for line in (offered, gold))
    if len(one) != 1 or len(other) != 1:
        return False
    parts = [
        (each.type, set(each.by), set(each.to), set(each.with_), each.day, each.second, each.end_day, each.end_second, dict(each.fields))
        for each in (one[0], other[0])
    ]
    return parts[0] == parts[1] and one[0].place == other[0].place and set(other[0].tags) <= set(one[0].tags)


def verdict(row: Row, found: Advice) -> str:
    """What an answer is worth."""
    if row.kind in ("plain", "fault"):
        return "led" if found.kind == row.kind else "missed"
    golds = row.gold.split(" || ")
    for place, offer in enumerate(found.offers[:3], 1):
        if any(same(offer.lines[0], gold) for gold in golds):
            return f"led {place}"
    return "plain-wrong" if found.kind == "plain" else "dead" if not found.offers else "missed"


def main(names: list[str]) -> None:
    """The figures; with `-v` what is not led."""
    counts: Counter[str] = Counter()
    times = []
    for row in rows():
        found, took = answer(row)
        times.append(took)
        said = verdict(row, found)
        counts[said.split()[0]] += 1
        counts[said] += " " in said
        if row.id in names or (names and "led" not in said):
            print(f"{row.id} {said} [{found.kind}] {row.typed!r}  {found.why}\n     want: {row.gold}")
            for option in found.offers:
                print(f"     {option.cost:3} {re.sub(' +', ' ', option.marked[0])} lost={option.lost}")
    print(dict(sorted(counts.items())), f"p95 {sorted(times)[int(len(times) * 0.95)]:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
