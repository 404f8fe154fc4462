"""Changes the checker in one place at a time and asks which test notices.

Everything is loaded, and every agreement and log read, once. Each change is tried in a fork of that process: the functions get their
changed code, and the tests that run the changed statement are asked one after the other until one fails: those first that noticed
another change of the same function, then the quick ones. So a change that is noticed costs a fork and a test or two.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import pkgutil
import random
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pactlang
from tests.mutations.changes import Change, changes_of, loaded_functions
from tests.mutations.judges import Judge, read_all

SOURCE = Path(pactlang.__file__).parent
# Seconds of the processor, which do not depend on what else the machine does.
PATIENCE = 4.0
MEMORY = 3 << 30
FOLLOWED = 40  # calls of one function in one test
LAST = "tried "  # what only says that a search tries other logs is asked where nothing else notices, and counted apart


@dataclass(frozen=True, slots=True)
class Reach:
    """What one test runs: lines of each file, and the seconds it takes."""

    seconds: float
    lines: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which changes are tried: of a package, or some of its modules, with a part of a name or with one of the names; a sample of these."""

    package: str
    modules: str = ""
    only: str = ""
    names: frozenset[str] = frozenset()
    sample: int = 0
    seed: int = 1

    def changes(self) -> tuple[list[Change], int]:
        """They, in the order in which they are tried, and of how many they are."""
        files = {".".join(file.relative_to(SOURCE).with_suffix("").parts): file for file in sorted((SOURCE / self.package).rglob("*.py"))}
        found = [one for name, file in files.items() if re.search(self.modules, name) for one in changes_of(name, file)]
        found = [one for one in found if self.only in one.name and (not self.names or one.name in self.names)]
        random.Random(self.seed).shuffle(found)
        return found[: self.sample or len(found)], len(found)


def run(judges: Sequence[Judge], some: Asked, *, seconds: float = 0, most: float = 40) -> Counter[str]:
    """Try changes, and print what no test noticed; how many ended in which way.

    `most`: seconds for the tests that are asked about one change, while their lines are counted (alone, they take a fifth).
    """
    started = time.monotonic()
    for module in pkgutil.walk_packages([str(SOURCE)], "pactlang."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    changes, total = some.changes()
    print(f"{total} changes, of which {len(changes)} are tried, seed {some.seed}; {time.monotonic() - started:.0f} s", flush=True)
    read_all(judges)
    functions = loaded_functions(SOURCE / some.package)
    gc.collect()
    gc.freeze()  # a fork shares what nobody touches
    _, reach = forked(lambda: _reach(judges, some.package), 3600)
    lost = [one.name for one, found in zip(judges, reach, strict=True) if found is None]
    print(
        f"{len(judges) - len(lost)} tests; {time.monotonic() - started:.0f} s", *(f"\nfails unchanged: {one}" for one in lost), flush=True
    )
    able = [(one, found) for one, found in zip(judges, reach, strict=True) if found is not None]
    same = equal()
    outcomes: Counter[str] = Counter()
    noticed: defaultdict[str, Counter[Judge]] = defaultdict(Counter)
    for place, change in enumerate(changes):
        if place % 50 == 0:
            print(f"after {place} changes and {time.monotonic() - started:.0f} s: {dict(outcomes)}", flush=True)
        if seconds and time.monotonic() - started > seconds:
            print("no time is left")
            break
        outcome = _tried(change, able, functions, noticed[change.name.partition("~")[0]], most)
        if (change.name.partition("~")[0], change.line) in same:
            outcome = "equal" if outcome in ("survived", "no test") else f"called equal, but {outcome}"
        outcomes[outcome] += 1
        if outcome not in ("noticed", "tries other logs, noticed", "time", "equal"):
            print(f"{outcome}: {change.name} {change.file.name}:{change.first}\n{change.diff}", flush=True)
    print(score(outcomes), flush=True)
    return outcomes


def _tried(change: Change, able: Sequence[tuple[Judge, Reach]], functions: Sequence[Any], noticed: Counter[Judge], most: float) -> str:
    lines = {(str(change.file), line) for line in range(change.first, change.last + 1)}
    reaching = [(one, found) for one, found in able if not lines.isdisjoint(found.lines)]
    file = str(change.file)
    # First what shows much of the file for its time: where every test runs a line, the quickest say least of it.
    cost = {one: found.seconds / sum(name == file for name, _ in found.lines) for one, found in reaching}
    asked: list[tuple[Judge, float]] = []
    spent = {False: 0.0, True: 0.0}
    for one in sorted(((one, found.seconds) for one, found in reaching), key=lambda one: (-noticed[one[0]], cost[one[0]])):
        last = one[0].name.startswith(LAST)
        spent[last] += one[1]
        if spent[last] <= max(one[1], most):
            asked.append(one)
    asked.sort(key=lambda one: one[0].name.startswith(LAST))

    def ask() -> int | None:
        if not change.apply(functions):
            return None
        return next((place for place, (one, _) in enumerate(asked) if not one.passes()), -1)

    status, place = forked(ask, PATIENCE + 3 * sum(cost for _, cost in asked))
    if status:
        return "time"
    if place is None:
        return "default"
    if place == -1:
        return "survived" if asked else "no test"
    noticed[asked[place][0]] += 1
    return "tries other logs, noticed" if asked[place][0].name.startswith(LAST) else "noticed"


def score(outcomes: Counter[str]) -> str:
    """The share that was noticed, with and without what changes nothing; a default value is never changed, so it is in no share."""
    good = sum(count for name, count in outcomes.items() if name.endswith(("noticed", "time")))
    of = good + outcomes["survived"] + outcomes["no test"]
    counts = ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    return f"{counts}\nof all: {share(good, of + outcomes['equal'])}\nwithout those that change nothing: {share(good, of)}"


def share(good: int, of: int) -> str:
    """So many of so many, with Wilson's interval at 95 %.

    >>> share(90, 100)
    '90 of 100: 90.0% (95 %: 82.6% to 94.5%)'
    """
    if not of:
        return "nothing was tried"
    part, z = good / of, 1.96
    middle = (part + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * (part * (1 - part) / of + z * z / (4 * of * of)) ** 0.5
    return f"{good} of {of}: {part:.1%} (95 %: {middle - half:.1%} to {middle + half:.1%})"


def equal() -> set[tuple[str, str]]:
    """The changes that `equal.txt` calls none: the function and the changed line."""
    text = Path(__file__).with_name("equal.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^(\w\S+)\n\+ (.+)\n +\S", text, re.MULTILINE))


def forked(run: Callable[[], Any], seconds: float) -> tuple[int, Any]:
    """What a function gives in a process of its own, and how that ended: 0, or what ended it."""
    with tempfile.TemporaryFile() as answer:
        child = os.fork()
        if not child:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            ended = 1
            try:
                pickle.dump(run(), answer)
                answer.flush()
                ended = 0
            finally:
                os._exit(ended)
        _, status = os.waitpid(child, 0)
        answer.seek(0)
        return (status, None if status else pickle.loads(answer.read()))


def _reach(judges: Sequence[Judge], package: str) -> list[Reach | None]:
    folder = f"{SOURCE / package}/"
    found: list[Reach | None] = []
    known: dict[str, Reach | None] = {}
    for judge in judges:
        if judge.like:
            found.append(known[judge.like])
            continue
        lines: set[tuple[str, int]] = set()

        def inside(frame: FrameType, event: str, arg: object, lines: set[tuple[str, int]] = lines) -> Any:
            if event == "line":
                lines.add((frame.f_code.co_filename, frame.f_lineno))
            return inside

        # A function shows its lines in its first calls; to follow it for ever is most of what counting them costs.
        calls: Counter[CodeType] = Counter()

        def called(frame: FrameType, event: str, arg: object, inside: Any = inside, calls: Counter[CodeType] = calls) -> Any:
            if not frame.f_code.co_filename.startswith(folder):
                return None
            calls[frame.f_code] += 1
            return inside if calls[frame.f_code] <= FOLLOWED else None

        for function in loaded_caches():
            function.cache_clear()  # each test shows what it would run alone
        started = time.process_time()
        sys.settrace(called)
        try:
            passes = judge.passes()
        finally:
            sys.settrace(None)
        known[judge.name] = Reach(time.process_time() - started, frozenset(lines)) if passes else None
        found.append(known[judge.name])
    return found


def loaded_caches() -> list[Any]:
    """What the checker remembers from one judgement to the next."""
    from pactlang.checker import trend

    return [one for one in vars(trend).values() if hasattr(one, "cache_clear")]
