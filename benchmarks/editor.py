"""How long an editor works after a keystroke, and whether memory grows: `python benchmarks/editor.py [EDITS]`.

A long agreement and a long log are edited through the language server's own parts, without the protocol around them: one character is
typed and taken out again, in the middle. Each figure is processor time, the median of 21 keystrokes, beside that of reading the same text
from nothing in the same run. Then a small agreement is edited EDITS times (10,000 where nothing is said), and memory is shown at every
fifth part.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.lint_long import text as long_agreement
from pactlang.lsp.positions import Encoding
from pactlang.lsp.remarks import faults, remarks, verdicts
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Change, Texts

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2020-01-01 until 2030-12-31
    time zone Europe/Berlin

use relationships

cap evenings
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
"""


def long_log(entries: int) -> str:
    lines = []
    for number in range(entries // 2):
        year, month, day = 2020 + number // 1008, 1 + number // 84 % 12, 1 + number // 3 % 28
        who, other, hour = ("Ana", "Ben", 18) if number % 2 else ("Ben", "Ana", 12)
        lines.append(f"{year}-{month:02}-{day:02} {hour}:{number % 60:02}  encounter by {who} with dana at cafe, as e{number}")
        lines.append(f"{year}-{month:02}-{day:02} 23:{number % 60:02}  disclosure by {who} to {other} about e{number}")
    return "\n".join(lines) + "\n"


def keystrokes(desk: Desk, root: Path, file: Path, place: int, typed: str, then: Callable[[Desk, Path], None], count: int) -> float:
    """The median of the processor's seconds from a keystroke to what is said about it."""
    text = desk.texts.get(file)
    assert text is not None
    seconds = []
    for number in range(count):
        line, column = text.place(place)
        after = column + len(typed) if number % 2 else column
        change = Change("" if number % 2 else typed, (line, column, line, after))
        start = time.process_time()
        text.change(change, number)
        then(desk, root)
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def say(desk: Desk, root: Path) -> None:
    study = desk.study(root)
    assert study is not None
    assert sum(1 for _ in remarks(study)) >= 0


def read(desk: Desk, root: Path) -> None:
    study = desk.study(root)
    assert study is not None
    assert sum(1 for _ in faults(study)) >= 0


def judge(desk: Desk, root: Path) -> None:
    study = desk.study(root)
    assert study is not None
    assert sum(1 for _ in verdicts(study)) >= 0


def main() -> None:
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)  # as the server does
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        agreement = long_agreement(1000)
        root = folder / "long.pact"
        desk = Desk(Texts(Encoding.UTF16))
        desk.texts.open(root, agreement, 0)
        start = time.process_time()
        say(desk, root)
        first = time.process_time() - start
        place = agreement.index("encounters", len(agreement) // 2)
        lines = agreement.count("\n")
        print(f"agreement of {lines:,} lines: {keystrokes(desk, root, root, place, 'x', read, 21) * 1000:.0f} ms a keystroke to its faults")
        print(
            f"    with the linter: {keystrokes(desk, root, root, place, 'x', say, 21) * 1000:.0f} ms; from nothing: {first * 1000:.0f} ms"
        )

        other = folder / "log"
        other.mkdir()
        root, log = other / "us.pact", other / "us.pactlog"
        root.write_text(HEAD, encoding="utf-8")
        entries = long_log(10_000)
        desk = Desk(Texts(Encoding.UTF16))
        desk.texts.open(log, entries, 0)
        start = time.process_time()
        say(desk, root)
        first = time.process_time() - start
        place = entries.index("cafe", len(entries) // 2)
        waited = keystrokes(desk, root, log, place, "x", read, 21)
        print(f"log of 10,000 entries: {waited * 1000:.0f} ms a keystroke to its faults")
        judged = keystrokes(desk, root, log, place, "x", judge, 21)
        print(f"    with the verdicts: {judged * 1000:.0f} ms; from nothing: {first * 1000:.0f} ms")

        third = folder / "small"
        third.mkdir()
        root = third / "us.pact"
        desk = Desk(Texts(Encoding.UTF16))
        desk.texts.open(root, HEAD, 0)
        for part in range(5):
            for number in range(edits // 5):
                text = desk.texts.get(root)
                assert text is not None
                place = (part * edits + number * 7) % len(HEAD)
                text.change(Change(HEAD[:place] + f"x{number}" + HEAD[place:]), number)
                say(desk, root)
            used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"after {(part + 1) * (edits // 5):,} edits: {used} MB at most")


if __name__ == "__main__":
    main()
