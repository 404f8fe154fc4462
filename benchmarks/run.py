"""Times `pact check` beside the ten sentences written by hand, and beside an empty Python: ratios, in one run.

    python benchmarks/run.py [SIZE …]        sizes default to 10000 100000 1000000

Whole processes, taken in turns (A B A B …), medians; nothing here is a test. The counts of breaches must agree.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
PACT = [str(Path(sys.executable).with_name("pact")), "check", str(HERE / "ten.pact")]
FORMS = ("quota", "response", "precedence", "interval", "schedule", "prohibition", "pause", "gap")


def timed(command: list[str]) -> tuple[float, int, str]:
    """Seconds, peak memory in KiB and output of one process."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return time.perf_counter() - began, usage.ru_maxrss, output


def compare(size: int, folder: Path, rounds: int) -> None:
    log = folder / f"{size}.jsonl"
    subprocess.run([sys.executable, str(HERE / "make_log.py"), str(size), str(log)], check=True)
    with log.open(encoding="utf-8") as stream:
        last = max(json.loads(line)["at"][:10] for line in stream)
    as_of = datetime.fromisoformat(f"{last}T23:59:59").replace(tzinfo=ZoneInfo("Europe/Berlin"))
    pact_command = [*PACT, str(log), "--as-of", as_of.isoformat(), "--format", "json"]
    hand_command = [sys.executable, str(HERE / "by_hand.py"), str(log), str(int(as_of.timestamp()))]
    pact, hand = [], []
    memory = {"pact": 0, "hand": 0}
    for _ in range(rounds):
        seconds, peak, found = timed(pact_command)
        pact.append(seconds)
        memory["pact"] = max(memory["pact"], peak)
        seconds, peak, counted = timed(hand_command)
        hand.append(seconds)
        memory["hand"] = max(memory["hand"], peak)
    agree(json.loads(found)["findings"], json.loads(counted))
    ratio = statistics.median(a / b for a, b in zip(pact, hand, strict=True))
    print(
        f"{size:>9,} entries   pact {statistics.median(pact):6.2f} s {memory['pact'] // 1024:>5} MB   "
        f"by hand {statistics.median(hand):6.2f} s {memory['hand'] // 1024:>4} MB   ratio {ratio:4.1f}   "
        f"{size / statistics.median(pact):>9,.0f} entries a second"
    )


def agree(findings: list[dict[str, object]], counted: dict[str, int]) -> None:
    broken = [finding for finding in findings if finding["status"] == "breach"]
    for form in FORMS:
        found = sum(finding["form"] == form for finding in broken)
        assert found == counted[form], (form, found, counted[form])
    for name in ("cap", "sum"):
        found = sum(finding["clause"] == f"the-{name}" for finding in broken)
        assert found == counted[name], (name, found, counted[name])


def start_up() -> None:
    empty = [sys.executable, "-c", "pass"]
    small = [*PACT[:2], str(HERE.parent / "examples/first/us.pact"), str(HERE.parent / "examples/first/log.pactlog")]
    for name, command in (("pact --version", [PACT[0], "--version"]), ("pact check (examples/first)", [*small, "--as-of", "2026-10-05"])):
        pairs = [(timed(command)[0], timed(empty)[0]) for _ in range(15)]
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"{name:<30} {statistics.median(a for a, _ in pairs) * 1000:5.0f} ms   {ratio:4.1f} times an empty Python")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
    start_up()
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            compare(size, Path(name), rounds=5 if size < 1_000_000 else 3)
