"""What pactlang costs: start-up beside an empty Python, logs beside the same ten sentences by hand. `make bench`, or

    python benchmarks/run.py [--pact PATH …] [SIZE …]      sizes default to 1000 10000 100000; 1000000 takes minutes

Whole processes, in turns (A B C A B C …); of each the processor's time, which is steady on a busy machine, too, and the peak memory. Told
are medians of ratios, as Markdown. The counts of breaches must agree. Without `--pact`, the `pact` beside this Python is measured: an
installed wheel with compiled bytecode, as `make bench` makes one; a checkout starts more slowly. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
FIRST = HERE.parent / "examples" / "first"
FORMS = ("quota", "response", "precedence", "interval", "schedule", "prohibition", "pause", "gap")
STARTS = {
    "pact --version": ["--version"],
    "pact check": ["check", "us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05"],
    "pact status": ["status", "us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05"],
    "pact lint": ["lint", "us.pact"],
}


class Took(NamedTuple):
    """Seconds of the processor, peak memory in MB, and output."""

    seconds: float
    memory: float
    output: str


def timed(command: list[str], folder: Path = FIRST) -> Took:
    """Run one process."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), (command, process.returncode)
    return Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def start_up(pacts: list[str], rounds: int) -> None:
    """Small commands, as many times an empty Python."""
    print("| start-up, × `python -c pass` |" + "".join(f" {pact} |" for pact in pacts), "| --- |" + " --- |" * len(pacts), sep="\n")
    for name, arguments in STARTS.items():
        ratios: dict[str, list[float]] = {pact: [] for pact in pacts}
        for _ in range(rounds):
            for pact in pacts:
                empty = timed([str(Path(pact).with_name("python")), "-c", "pass"])
                ratios[pact].append(timed([pact, *arguments]).seconds / empty.seconds)
        print(f"| `{name}` |" + "".join(f" {statistics.median(ratios[pact]):.1f} |" for pact in pacts), flush=True)


def logs(pacts: list[str], sizes: list[int], rounds: int, folder: Path) -> None:
    """Ten sentences over logs of several sizes, as many times the same by hand."""
    print("\n| log, full JSON | breaches | by hand |" + "".join(f" {pact} |" for pact in pacts))
    print("| --- | --- | --- |" + " --- |" * len(pacts))
    for size in sizes:
        for breaches in ("few", "many"):
            log = folder / f"{size}-{breaches}.jsonl"
            subprocess.run([sys.executable, str(HERE / "make_log.py"), str(size), str(log), breaches], check=True)
            with log.open(encoding="utf-8") as stream:
                last = max(json.loads(line)["at"][:10] for line in stream)
            as_of = datetime.fromisoformat(f"{last}T23:59:59").replace(tzinfo=ZoneInfo("Europe/Berlin"))
            hand_command = [sys.executable, str(HERE / "by_hand.py"), str(log), str(int(as_of.timestamp()))]
            took: dict[str, list[Took]] = {}
            for _ in range(rounds):
                took.setdefault("hand", []).append(timed(hand_command))
                for pact in pacts:
                    command = [pact, "check", str(HERE / "ten.pact"), str(log), "--this-text", "--as-of", as_of.isoformat()]
                    took.setdefault(pact, []).append(timed([*command, "--format", "json"]))
            hand = took.pop("hand")
            broken = {pact: agree(json.loads(found[0].output)["findings"], json.loads(hand[0].output)) for pact, found in took.items()}
            row = f"| {size:,} | {next(iter(broken.values())):,} | {_said(hand)} |"
            for found in took.values():
                ratio = statistics.median(one.seconds / other.seconds for one, other in zip(found, hand, strict=True))
                row += f" {ratio:.1f} × ({_said(found)}) |"
            print(row, flush=True)


def _said(found: list[Took]) -> str:
    return f"{statistics.median(one.seconds for one in found):.2f} s, {max(one.memory for one in found):.0f} MB"


def agree(findings: list[dict[str, object]], counted: dict[str, int]) -> int:
    """Hold both counts against each other; how many breaches there are."""
    broken = [finding for finding in findings if finding["status"] == "breach"]
    for form in FORMS:
        found = sum(finding["form"] == form for finding in broken)
        assert found == counted[form], (form, found, counted[form])
    for name in ("cap", "sum"):
        found = sum(finding["clause"] == f"the-{name}" for finding in broken)
        assert found == counted[name], (name, found, counted[name])
    return len(broken)


if __name__ == "__main__":
    reader = argparse.ArgumentParser()
    reader.add_argument("--pact", action="append", default=[], help="another pact to measure beside (can be given more than once)")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("sizes", nargs="*", type=int)
    asked = reader.parse_args()
    measured = asked.pact or [str(Path(sys.executable).with_name("pact"))]
    start_up(measured, 2 * asked.rounds + 1)
    with tempfile.TemporaryDirectory() as name:
        logs(measured, asked.sizes or [1_000, 10_000, 100_000], asked.rounds, Path(name))
