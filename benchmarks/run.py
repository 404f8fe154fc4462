"""What pactlang costs: start-up beside an empty Python, logs beside the same ten sentences by hand. `make bench`, or

    python benchmarks/run.py [--pact PATH …] [SIZE …]      sizes default to 1000 10000 100000; 1000000 takes minutes

By hand is plain Python, and polars and DuckDB where they are installed. Whole processes, in turns (A B C A B C …); of each the processor's
time on all cores, which is steady on a busy machine, too, and the peak memory. Told are medians of ratios to plain Python, as Markdown, and
a chart. The counts of breaches must agree. `full` writes every finding as JSON, `counts` only how many; `wider` judges the same log by ten
sentences of rarer forms. Without `--pact`, the `pact` beside this Python is measured: an
installed wheel with compiled bytecode, as `make bench` makes one; a checkout starts more slowly. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
FIRST = HERE.parent / "examples" / "first"
_PART = 500_000  # entries of a file
FORMS = ("quota", "response", "precedence", "interval", "schedule", "prohibition", "pause", "gap")
STARTS = {
    "pact --version": ["--version"],
    "pact check": ["check", "us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05"],
    "pact check, at a terminal": ["check", "us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05"],
    "pact status": ["status", "us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05"],
    "pact lint": ["lint", "us.pact"],
}


class Took(NamedTuple):
    """Seconds of the processor, peak memory in MB, and output."""

    seconds: float
    memory: float
    output: str


def timed(command: list[str], folder: Path | None = None) -> Took:
    """Run one process. A command that begins with `terminal` is run without this word, and writes to a terminal."""
    if command[0] == "terminal":
        return _at_terminal(command[1:], folder)
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), (command, process.returncode)
    return Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def _at_terminal(command: list[str], folder: Path | None) -> Took:
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}) as process:
        os.close(theirs)
        output = b""
        with suppress(OSError):  # as a terminal says that nobody writes any more
            while data := os.read(ours, 65536):
                output += data
        os.close(ours)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), (command, process.returncode)
    assert b"\x1b[" in output
    return Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.decode())


def start_up(pacts: list[str], rounds: int, folder: Path) -> None:
    """Small commands, as many times an empty Python; in a folder outside of any repository, where no git is asked."""
    print("| start-up, × `python -c pass` |" + "".join(f" {pact} |" for pact in pacts), "| --- |" + " --- |" * len(pacts), sep="\n")
    for name, arguments in STARTS.items():
        ratios: dict[str, list[float]] = {pact: [] for pact in pacts}
        for _ in range(rounds):
            for pact in pacts:
                empty = timed([str(Path(pact).with_name("python")), "-c", "pass"], folder)
                to = ["terminal"] if "terminal" in name else []
                ratios[pact].append(timed([*to, pact, *arguments], folder).seconds / empty.seconds)
        print(f"| `{name}` |" + "".join(f" {statistics.median(ratios[pact]):.1f} |" for pact in pacts), flush=True)


class Log(NamedTuple):
    """A log to judge: the files that hold it (each at most as large as one may be), and the end of its last day."""

    files: list[str]
    as_of: datetime


def made(size: int, breaches: str, folder: Path) -> Log:
    """A log of so many entries, the same each time."""
    log = folder / f"{size}-{breaches}.jsonl"
    subprocess.run([sys.executable, str(HERE / "make_log.py"), str(size), str(log), breaches], check=True)
    last, files = "", []
    with log.open(encoding="utf-8") as stream:
        for number, lines in enumerate(iter(lambda: list(islice(stream, _PART)), [])):
            part = folder / f"{size}-{breaches}-{number}.jsonl"
            part.write_text("".join(lines), encoding="utf-8")
            files.append(str(part))
            last = max(last, *(json.loads(line)["at"][:10] for line in lines))
    return Log([str(log), *files], datetime.fromisoformat(f"{last}T23:59:59").replace(tzinfo=ZoneInfo("Europe/Berlin")))


def logs(pacts: list[str], sizes: list[int], rounds: int, folder: Path) -> dict[str, list[tuple[int, float]]]:
    """Ten sentences over logs of several sizes, as many times the same by hand; the ratios of logs with many breaches, to draw."""
    peers = [name for name in ("polars", "duckdb") if importlib.util.find_spec(name)]
    names = [*peers, *(f"{pact} {how}" for pact in pacts for how in ("full", "counts", "wider"))]
    print("\n| log | breaches | plain Python |" + "".join(f" {name} |" for name in names))
    print("| --- | --- | --- |" + " --- |" * len(names))
    drawn: dict[str, list[tuple[int, float]]] = {name: [] for name in names}
    for size in sizes:
        for breaches in ("few", "many"):
            log = made(size, breaches, folder)
            by_hand = [log.files[0], str(int(log.as_of.timestamp()))]
            calls = {name: [sys.executable, str(HERE / f"by_{name}.py"), *by_hand] for name in ("hand", *peers)}
            for pact in pacts:
                judged = ["--this-text", "--as-of", log.as_of.isoformat(), "--format", "json"]
                check = [pact, "check", str(HERE / "ten.pact"), *log.files[1:], *judged]
                calls |= {f"{pact} full": check, f"{pact} counts": [*check, "--summary"]}
                calls[f"{pact} wider"] = [pact, "check", str(HERE / "wider.pact"), *log.files[1:], *judged]
            took: dict[str, list[Took]] = {}
            for _ in range(rounds):
                for name, call in calls.items():
                    took.setdefault(name, []).append(timed(call))
            hand = took.pop("hand")
            counted = json.loads(hand[0].output)
            # The zones of polars know no summer time after 2099, so a log that lasts longer may be counted otherwise there.
            for name in peers if log.as_of.year < 2100 else set(peers) - {"polars"}:
                assert json.loads(took[name][0].output) == counted, (name, took[name][0].output, counted)
            for pact in pacts:
                agree(json.loads(took[f"{pact} full"][0].output)["findings"], counted)
                assert json.loads(took[f"{pact} counts"][0].output)["summary"]["breach"] == sum(counted.values())
            row = f"| {size:,} | {sum(counted.values()):,} | {_said(hand)} |"
            for name in names:
                ratio = statistics.median(one.seconds / other.seconds for one, other in zip(took[name], hand, strict=True))
                row += f" {ratio:.1f} × ({_said(took[name])}) |"
                if breaches == "many":
                    drawn[name].append((size, ratio))
            print(row, flush=True)
    return drawn


def chart(drawn: dict[str, list[tuple[int, float]]]) -> None:
    """The ratios as bars, one for each size, as text."""
    print("\n```text")
    for name, points in drawn.items():
        for size, ratio in points:
            print(f"{Path(name).name:>12} {size:>9,} {'█' * max(1, round(4 * ratio))} {ratio:.1f}")
    print("```")


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
    with tempfile.TemporaryDirectory() as name:
        start_up(measured, 2 * asked.rounds + 1, Path(shutil.copytree(FIRST, Path(name) / "first")))
        chart(logs(measured, asked.sizes or [1_000, 10_000, 100_000], asked.rounds, Path(name)))
