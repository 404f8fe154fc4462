"""What is judged and read from memory, without the start of a process: `python benchmarks/memory.py [ENTRIES]`, 100,000 by default.

Processor time, medians. A log is read from each format, beside a bare loop that decodes each line of JSON; one agreement judges a hundred
entries, and none at all; and a text is read.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pactlang import judge_rows, prepare
from pactlang.checker.engine import judge
from pactlang.log.read import read_log
from pactlang.log.write import entry_to_text
from pactlang.model.calendar import load_zone

sys.path.insert(0, str(Path(__file__).parent))
from make_log import entries

# The log begins in 2001; an agreement that is older would owe a year of check-ins.
TEXT = (Path(__file__).parent / "ten.pact").read_text(encoding="utf-8").replace("in force from 2000", "in force from 2001")


def took(work: Callable[[], object], rounds: int) -> float:
    """The median of the processor's time, in seconds."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return statistics.median(found)


def as_parquet(rows: list[dict[str, object]]) -> bytes | None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return None
    keys = [key for key in dict.fromkeys(key for row in rows for key in row) if key != "fields"]
    columns = {key: [row.get(key) for row in rows] for key in keys}
    columns["field.amount"] = [msgspec.convert(row.get("fields") or {}, dict[str, int]).get("amount") for row in rows]
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def bare(lines: list[bytes]) -> None:
    try:
        from orjson import loads
    except ImportError:
        loads = msgspec.json.decode
    for line in lines:
        loads(line)


def main() -> None:
    count = int((sys.argv[1:] or ["100000"])[0])
    rows = entries(count, breaches="few")
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    lines = data.splitlines()
    read = read_log(data, "log.jsonl")
    text = "".join(entry_to_text(entry) + "\n" for entry in read.entries)
    loop = took(lambda: bare(lines), 5)
    jsonl = took(lambda: read_log(data, "log.jsonl"), 5)
    print("| from memory | |\n| --- | --- |")
    print(f"| {count:,} JSON Lines read and built, × a bare loop | {jsonl / loop:.1f} |")
    print(f"| `.pactlog`, × JSON Lines | {took(lambda: read_log(text, 'log.pactlog'), 3) / jsonl:.1f} |")
    packed = as_parquet(rows)
    if packed is not None:
        print(f"| Parquet, × JSON Lines | {took(lambda: read_log(packed, 'log.parquet'), 3) / jsonl:.1f} |")
    few = b"\n".join(lines[:100])
    prepared, now = prepare(TEXT), datetime(2001, 1, 12, tzinfo=UTC)
    assert prepared.agreement is not None
    agreement, berlin, instant = prepared.agreement, load_zone("Europe/Berlin"), int(now.timestamp())
    hundred = read_log(few, "log.jsonl").entries
    print(f"| `judge`, 100 entries that were read | {1000 * took(lambda: judge([agreement], hundred, instant, berlin), 101):.2f} ms |")
    print(
        f"| `judge`, no entry, the agreement new that day | {1000 * took(lambda: judge([agreement], [], 978303600, berlin), 101):.2f} ms |"
    )
    print(f"| `judge_rows`, 100 entries | {1000 * took(lambda: judge_rows(prepared, few, now), 101):.2f} ms |")
    print(f"| `judge_rows`, no entry | {1000 * took(lambda: judge_rows(prepared, b'', now), 101):.2f} ms |")
    print(f"| `prepare`, a text of ten sentences | {1000 * took(lambda: prepare(TEXT), 21):.1f} ms |")


if __name__ == "__main__":
    main()
