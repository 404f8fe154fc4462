"""What earlier versions cost beyond a plain check: `python benchmarks/versions.py` (or `make bench`).

Builds repositories with `git fast-import` and calls the door several times in one process, with and without `--this-text`. Says the median
of the time that passed, and the least time that a processor was busy with it, ours and git's: that one is steady on a busy machine, too.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from pactlang.inputs import read_texts
from pactlang.model.agreement import Agreement
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


class Took(NamedTuple):
    """Milliseconds: what passed (the median), what we computed and what git did (the least)."""

    passed: float
    ours: float
    gits: float


def _busy(who: int) -> float:
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


def took(call: Callable[[], object]) -> Took:
    """What some calls took."""
    found = []
    for _ in range(TIMES):
        ours, gits, clock = _busy(RUSAGE_SELF), _busy(RUSAGE_CHILDREN), time.perf_counter()
        call()
        now = time.perf_counter() - clock, _busy(RUSAGE_SELF) - ours, _busy(RUSAGE_CHILDREN) - gits
        found.append([one * 1000 for one in now])
    passed, ours_all, gits_all = zip(*found, strict=True)
    return Took(statistics.median(passed), min(ours_all), min(gits_all))


def main() -> None:
    """Print what each history costs."""
    for name, plan in (("100 commits, four files", in_four_files(100)), ("5,000 commits, 50 signed texts", in_one_file(5000, 50))):
        with TemporaryDirectory() as place:
            repository = plan.build(Path(place) / "git")
            repository.git("gc", "--quiet")
            os.chdir(repository.path)
            found: list[Agreement] = read_texts(["us.pact"]).agreements
            whole = took(lambda: read_texts(["us.pact"]))
            alone = took(lambda: read_texts(["us.pact"], this_text=True))
            print(f"{name}: {whole.passed - alone.passed:.0f} ms beyond {alone.passed:.0f} ms ({len(found)} agreed)")
            print(f"  computed: {whole.ours - alone.ours:.0f} ms by us, {whole.gits - alone.gits:.0f} ms by git")
            os.chdir("/")


if __name__ == "__main__":
    main()
