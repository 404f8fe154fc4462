"""Try changes: `python -m tests.mutations --help`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from tests.mutations.judges import judges
from tests.mutations.runner import Asked, run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description="Changes the checker in one place at a time.")
    parser.add_argument("--package", default="checker", help="the package that is changed: checker (so it is without this) or witness")
    parser.add_argument("--only", default="", help="only changes with this in their name, such as engine.judge")
    parser.add_argument("--modules", default="", help="only changes to modules whose name has this pattern in it, such as forms.(cap|gap)$")
    parser.add_argument("--judges", default="", help="only tests whose name has this pattern in it; for a few modules, the quick ones")
    parser.add_argument("--again", type=Path, help="only changes that no test noticed, by what an earlier try printed into this file")
    parser.add_argument("--sample", type=int, default=0, help="so many, drawn at random (all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0, help="end after so long (never)")
    parser.add_argument("--most", type=float, default=40, help="seconds for the tests that are asked about one change (40)")
    parser.add_argument("--slow", action="store_true", help="ask the slow cases, too")
    asked = parser.parse_args()
    names = re.findall(r"^(?:survived|no test): (\S+)", asked.again.read_text(encoding="utf-8"), re.MULTILINE) if asked.again else []
    ready = judges(asked.package, slow=asked.slow, named=asked.judges)
    some = Asked(asked.package, asked.modules, asked.only, frozenset(names), asked.sample, asked.seed)
    run(ready, some, seconds=asked.seconds, most=asked.most)


if __name__ == "__main__":
    main()
