"""The nearest cases of many sentences, as `nearest.txt` keeps them: which evenings people are shown when they ask what a sentence means.

That each is kept or broken as it says is held by other tests. Here no other log is chosen unseen: `python -m tests.explain.kept_cases`
writes all anew; read the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pactlang import load, load_text
from pactlang.log.entry import Entry
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import Agreement, Matrix, Sentence
from pactlang.witness.nearest import nearest_of
from tests.docs.documents import ROOT
from tests.explain import plain_table
from tests.explain.holding import named
from tests.negotiate import table

FILE = Path(__file__).parent / "nearest.txt"
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


def lines(agreement: Agreement, rule: Sentence | Matrix) -> list[str]:
    """Each pair as two lines: what is kept, what is broken, and up to which date each is judged.

    An entry of the broken one that is in the kept one, too, is its number there.
    """
    found: list[str] = []
    for pair in nearest_of(agreement, rule).pairs:
        known = pair.kept.entries
        found.append(f"kept by {date.fromordinal(pair.kept.last).isoformat()}: {log_line(known)}")
        found.append(f"broken by {date.fromordinal(pair.broken.last).isoformat()}: {log_line(pair.broken.entries, known)}")
    return found


def log_line(entries: tuple[Entry, ...], known: tuple[Entry, ...] = ()) -> str:
    """A log in one line."""
    said = [str(known.index(one) + 1) if one in known else " ".join(entry_to_text(one).split()) for one in entries]
    return " / ".join(said) or "nothing"


def kept() -> dict[str, list[str]]:
    """What `nearest.txt` keeps."""
    blocks = FILE.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    return {head: rest for head, *rest in (block.split("\n") for block in blocks)}


if __name__ == "__main__":
    FILE.write_text("\n\n".join("\n".join([said, *lines(*asked)]) for said, asked in texts().items()) + "\n", encoding="utf-8")
