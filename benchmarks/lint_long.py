"""How long `pact lint` takes over a long agreement: every rule but those that search, and those that search apart.

`python benchmarks/lint_long.py [LINES]` prints the lines, then seconds of reading, of the plain rules and of the proofs (medians of five).
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from pactlang.inputs.linting import read_to_lint
from pactlang.lint.rules import RULES
from pactlang.lint.runner import lint

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04

use relationships

"""
PART = """person p{0}

boundary at-{0}
    no encounter at place{0} with p{0}
    > A place of its own.

cap evenings-{0}
    at most {1} encounters with p{0} per month by each party
    warn at 1

disclosure tell-{0}
    after each encounter with p{0}, disclosure by the same party to the others within {1} days
    covering who, when
    "We listen first, and ask after that."

testing-{0}
    test by each party every {2} days
"""


def text(lines: int) -> str:
    part = PART.replace("testing-{0}\n", "testing every-{0}\n")
    number = (lines - HEAD.count("\n")) // part.count("\n") + 1
    return HEAD + "\n".join(part.format(place, 2 + place % 9, 30 + place) for place in range(number))


def main() -> None:
    data = text(int(sys.argv[1]) if len(sys.argv) > 1 else 1000).encode()
    path = Path("long.pact")
    plain = [rule for rule in RULES if rule.family.value != "X"]
    searching = [rule for rule in RULES if rule.family.value == "X"]
    read, quick, slow = [], [], []
    for _ in range(5):
        start = time.perf_counter()
        one = read_to_lint(path, data=data)
        assert one.subject is not None
        assert one.faults == [], one.faults[0]
        middle = time.perf_counter()
        found = lint(one.subject, plain)
        end = time.perf_counter()
        read.append(middle - start)
        quick.append(end - middle)
    for _ in range(1):
        start = time.perf_counter()
        proven = lint(one.subject, searching)
        slow.append(time.perf_counter() - start)
    print(f"lines {len(data.splitlines())}: read {statistics.median(read):.3f}, {len(plain)} rules {statistics.median(quick):.3f} ", end="")
    print(
        f"({len(found.findings)} findings), {len(searching)} that search {slow[0]:.2f} ({len(proven.findings)}; gave up: {proven.given_up})"
    )


if __name__ == "__main__":
    main()
