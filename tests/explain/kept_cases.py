"""The nearest cases of many sentences, as `nearest.txt` keeps them: which evenings people are shown when they ask what a sentence means.

That each is kept or broken as it says is held by other tests. Here no other log is chosen unseen: `python -m tests.explain.kept_cases`
writes all anew; read the difference. `tried.txt` keeps how many logs were judged until they were found, and a few digits for all of these:
another way to the same case may be the only one in an agreement that no table has.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pactlang import load, load_text
from pactlang.checker.budget import Budget
from pactlang.checker.finding import Finding, Judgement
from pactlang.log.entry import Entry
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import Agreement, Matrix, Sentence
from pactlang.witness.entries import key_of
from pactlang.witness.nearest import nearest_of
from tests.docs.documents import ROOT
from tests.explain import plain_table
from tests.explain.holding import named
from tests.negotiate import table

FILE = Path(__file__).parent / "nearest.txt"
TRIED = Path(__file__).parent / "tried.txt"
# What no table holds: limits of hours beyond a day, none at all in a stretch, an interval whose breach has a follow-up, a cell behind a no.
MORE = (
    "at most 30 hours of encounters in any 3 days",
    "at most 0 encounters in any 7 days",
    "at most 0 encounters in any 48 hours",
    "at least 30 hours of reflection per month",
)
LAST = {
    "a pause after a breach of an interval": """check-in steady
    check-in by everyone every 10 days

repair r
    after each breach of steady, encounters pause for 14 days
""",
    "a row that one refuses and one is asked about": """matrix m for encounter
    activity   Ana   Ben   Cleo
    dinner     yes   yes   yes
    travel     ask   no    yes
    overnight  ask   ask   yes
""",
}


def texts() -> dict[str, tuple[Agreement, Sentence | Matrix]]:
    """Each sentence as it is written in its table, and those of the examples by their labels, with the agreement that each is tried in."""
    found: dict[str, tuple[Agreement, Sentence | Matrix]] = {}
    for said in (*(said for said, _ in plain_table.rows()), *MORE):
        whole = plain_table.agreement(said)
        found[said] = (whole, whole.sentences[-1])
    for said, clauses in LAST.items():
        whole = load_text(plain_table.HEADER.removesuffix("promise this\n") + clauses)
        found[said] = (whole, whole.matrices[-1] if whole.matrices else whole.sentences[-1])
    for row in table.rows():
        whole = table.agreement(row.new)
        tried = [one for one in whole.sentences if one.clause == "tried"]
        if tried and row.new not in found:
            found[row.new] = (whole, tried[0])
    for path in sorted((ROOT / "examples").glob("*/*.pact")):
        whole = load(path)
        for rule in named(whole):
            name = rule.label if isinstance(rule, Sentence) else rule.name
            found[f"{path.parent.name}, {path.stem}: {name}"] = (whole, rule)
    return found


class Counting(Budget):
    """A budget that knows which logs were judged, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.logs = 0
        self._digest = blake2b(digest_size=4)

    def judge(self, agreements: Sequence[Agreement], entries: Sequence[Entry], *asked: Any, **options: Any) -> Judgement:
        """The same, counted."""
        self._judged(entries, asked)
        return super().judge(agreements, entries, *asked, **options)

    def findings(self, agreements: Sequence[Agreement], entries: Sequence[Entry], *asked: Any, **options: Any) -> list[Finding]:
        """The same, counted."""
        self._judged(entries, asked)
        return super().findings(agreements, entries, *asked, **options)

    def _judged(self, entries: Sequence[Entry], asked: tuple[int, ...]) -> None:
        self.logs += 1
        self._digest.update(repr((asked[0], *map(key_of, entries))).encode())

    def line(self) -> str:
        """How many logs were judged, and a few digits for all of them."""
        return f"{self.logs} logs, {self._digest.hexdigest()}"


def lines(agreement: Agreement, rule: Sentence | Matrix, budget: Budget | None = None) -> list[str]:
    """Each pair as two lines: what is kept, what is broken, and up to which date each is judged.

    An entry of the broken one that is in the kept one, too, is its number there.
    """
    found: list[str] = []
    for pair in nearest_of(agreement, rule, budget).pairs:
        known = pair.kept.entries
        found.append(f"kept by {date.fromordinal(pair.kept.last).isoformat()}: {log_line(known)}")
        found.append(f"broken by {date.fromordinal(pair.broken.last).isoformat()}: {log_line(pair.broken.entries, known)}")
    return found


def both(agreement: Agreement, rule: Sentence | Matrix) -> tuple[list[str], str]:
    """The same, and what was tried."""
    counting = Counting()
    return lines(agreement, rule, counting), counting.line()


def log_line(entries: tuple[Entry, ...], known: tuple[Entry, ...] = ()) -> str:
    """A log in one line."""
    said = [str(known.index(one) + 1) if one in known else " ".join(entry_to_text(one).split()) for one in entries]
    return " / ".join(said) or "nothing"


def kept() -> dict[str, list[str]]:
    """What `nearest.txt` keeps."""
    blocks = FILE.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    return {head: rest for head, *rest in (block.split("\n") for block in blocks)}


def kept_tries() -> dict[str, str]:
    """What `tried.txt` keeps."""
    return dict(line.split("\t") for line in TRIED.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    found = {said: both(*asked) for said, asked in texts().items()}
    FILE.write_text("\n\n".join("\n".join([said, *shown]) for said, (shown, _) in found.items()) + "\n", encoding="utf-8")
    TRIED.write_text("".join(f"{said}\t{tried}\n" for said, (_, tried) in found.items()), encoding="utf-8")
