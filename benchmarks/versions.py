"""What earlier versions cost beyond a plain check: `python benchmarks/versions.py` (or `make bench`).

Builds repositories with `git fast-import` and takes the median of several calls of the door in one process, with and without `--this-text`.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from pactlang.model.agreement import Agreement
from pactlang.workspace import read_texts
from tests.versions.worlds import Plan, signed, words

TIMES = 9


def in_four_files(commits: int) -> Plan:
    """Each commit changes one of four files that are one agreement; every tenth is a text that both sign."""
    plan, files = Plan(), {f"part{number}.pact": f"cap part{number}\n    at most 9 chores per month\n" for number in range(3)}
    use = "".join(f'\ninclude "{name}"\n' for name in files)
    for place in range(commits):
        if place % 10:
            name = f"part{place % 3}.pact"
            files[name] = f"cap part{place % 3}\n    at most {place + 9} chores per month\n"
            files["us.pact"] = files["us.pact"]
        else:
            files["us.pact"] = words(place + 1, f"{2026 + place // 300}-{1 + place // 10 % 12:02}-28").replace(
                "use relationships\n", f"use relationships\nuse household\n{use}"
            )
            files["us.pact"] = _by_hand(files["us.pact"], f"{2026 + place // 300}-{1 + place // 10 % 12:02}-01")
        plan.add(**{name.replace(".", "_"): text for name, text in files.items()})
    return plan


def _by_hand(text: str, on: str) -> str:
    return text.replace("\n\nuse", f"\n    signed by Ana on {on}\n    signed by Ben on {on}\n\nuse", 1)


def in_one_file(commits: int, texts: int) -> Plan:
    """Drafts all along, and now and then a text that both sign."""
    plan, text = Plan(), words(1)
    for place in range(commits):
        if place % (commits // texts) == 0:
            number = place // (commits // texts)
            on = f"{2026 + number // 12}-{1 + number % 12:02}"
            text = signed(words(number + 1, f"{on}-20"), Ana=f"{on}-01", Ben=f"{on}-02")
            plan.add(us_pact=text)
        else:
            plan.add(us_pact=text.replace("encounters", f"encounters{' ' * (place % 7)}").replace("cap evenings", f"cap evenings{place}"))
    return plan


def median(call: Callable[[], object]) -> float:
    """The middle of several times, in milliseconds."""
    took = []
    for _ in range(TIMES):
        before = time.perf_counter()
        call()
        took.append((time.perf_counter() - before) * 1000)
    return statistics.median(took)


def main() -> None:
    """Print what each history costs."""
    for name, plan in (("100 commits, four files", in_four_files(100)), ("5,000 commits, 50 signed texts", in_one_file(5000, 50))):
        with TemporaryDirectory() as place:
            repository = plan.build(Path(place) / "git")
            repository.git("gc", "--quiet")
            os.chdir(repository.path)
            found: list[Agreement] = read_texts(["us.pact"]).agreements
            whole = median(lambda: read_texts(["us.pact"]))
            alone = median(lambda: read_texts(["us.pact"], this_text=True))
            print(f"{name}: {whole - alone:.0f} ms beyond {alone:.0f} ms ({len(found)} agreed)")
            os.chdir("/")


if __name__ == "__main__":
    main()
