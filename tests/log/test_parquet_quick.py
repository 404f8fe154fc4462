"""A table that is read by columns gives what it gives when it is read row by row: entries, faults and lines."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest

from pactlang.log.parquet import read_parquet, read_table
from pactlang.log.parquet_quick import QuickRows
from pactlang.log.reading import Reading

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

PLAIN: dict[str, list[object]] = {
    "at": ["2026-09-12", "2026-09-12T19:30", "2026-09-13 08:00:05", "2026-10-25T02:30", "1999-12-31T23:59"],
    "end": [None, None, "2026-09-14T01:00", "2026-09-15", "23:10", "07:00", ""],
    "type": ["test", "encounter", "check-in"],
    "by": [None, [], ["Ana"], ["Ben"], ["Ana", "Ben"], ["Ben", "Ana"], ["Ana", "Ana"]],
    "to": [None, ["Ben"]],
    "with": [None, ["dana"], ["dana", "Kim K."], ["O'Neil"]],
    "place": [None, "home", " the lake ", ""],
    "about": [None, "e1", "tell@2026-09-04"],
    "id": [None, "e1", "x-7", ""],
    "until": [None, "2026-09-20", ""],
    "tags": [None, [], ["food"], ["food", "late"]],
    "covering": [None, ["who"]],
    "note": [None, "", "Mild."],
    "field.amount": [None, 45, -3],
    "field.what": [None, "", "milk", "45"],
}
ODD: dict[str, list[object]] = {
    "at": [
        None,
        "",
        "31.01.2026 18:00",
        "12.09.2026",
        "2026-02-30",
        "2026-09-12T24:00",
        "2026-09-12T19:30Z",
        "2026-09-12T19:30:00.000",
        "0001-01-01",
    ],
    "end": ["9:30 PM", "23:10+02:00", "2026-13-01", "23:99"],
    "type": [None, "", "pause", "waive", "complete", "withdraw consent", "confirm", "two words"],
    "by": [["Ana", ""], [None], ["a\u200bb"]],
    "with": [["Ana;Ben"]],
    "place": ["a\nb", "\x00"],
    "about": ["two words"],
    "id": ["#1", "é", "-x"],
    "until": ["2026-09-20 00:00:00", "soon"],
    "note": ["a\x07"],
    "field.amount": [10**30],
    "field.what": ["\u202e"],
}
JOINED = {"by", "to", "with", "tags", "covering"}


def table(draw: random.Random) -> Any:
    odd = draw.random() < 0.7
    count = draw.choice([0, 1, 3, 30])
    columns: dict[str, Any] = {}
    for key, values in PLAIN.items():
        if key not in ("at", "type") and draw.random() < 0.4:
            continue
        given = [draw.choice(values) for _ in range(count)]
        if odd and key in ODD and count and draw.random() < 0.25:
            given[draw.randrange(count)] = draw.choice(ODD[key])
        if key in JOINED and draw.random() < 0.4:
            given = [";".join(map(str, one)) if isinstance(one, list) else one for one in given]
            columns[key] = pa.array(given, pa.string())
        elif key in JOINED:
            columns[key] = pa.array(given, pa.list_(pa.string()))
        elif key == "field.amount":
            large = any(isinstance(one, int) and abs(one) > 2**60 for one in given)
            columns[key] = pa.array(given, pa.decimal128(38, 2) if large else pa.int64())
        else:
            columns[key] = pa.array(given, draw.choice([pa.string(), pa.string(), pa.large_string()]))
    if draw.random() < 0.2:
        columns["at"] = pa.array([draw.choice([10**15, 1_790_000_000_000_000, 5]) for _ in range(count)], pa.timestamp("us"))
    if draw.random() < 0.1:
        columns["until"] = pa.array([draw.choice([None, 20_000, 900_000]) for _ in range(count)], pa.date32())
    if draw.random() < 0.1:
        columns["noted_by"] = pa.array([draw.choice([None, ["Ben"]]) for _ in range(count)], pa.list_(pa.string()))
    return pa.table(columns)


def told(reading: Reading) -> tuple[object, ...]:
    shown = [(repr(entry), entry.line, entry.order) for entry in reading.entries]
    return shown, [(line, str(fault), fault.code, fault.key, fault.nearest) for line, fault in reading.faults]


def test_columns_give_what_rows_give(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(20)
    by_columns = 0
    quick = QuickRows.entries

    def counted(self: QuickRows, *given: Any) -> Any:
        nonlocal by_columns
        found = quick(self, *given)
        by_columns += found is not None
        return found

    for _ in range(400):
        one = table(draw)
        buffer = io.BytesIO()
        pq.write_table(one, buffer)
        with monkeypatch.context() as patched:
            patched.setattr(QuickRows, "entries", counted)
            found = told(read_parquet(buffer.getvalue(), "us.parquet")), told(read_table(one, "us.parquet"))
        with monkeypatch.context() as patched:
            patched.setattr(QuickRows, "entries", lambda *_: None)
            rows = told(read_parquet(buffer.getvalue(), "us.parquet")), told(read_table(one, "us.parquet"))
        assert found == rows, one.to_pylist()
    assert by_columns > 100


def test_many_different_texts_are_read_as_few(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f"2026-{1 + n % 12:02}-{1 + n % 28:02}T{n % 24:02}:{n % 60:02}" for n in range(3000)]
    one = pa.table({"at": rows, "type": ["test"] * 3000, "id": [f"x-{n}" for n in range(3000)], "end": [None, *rows[1:]]})
    found = told(read_table(one, "us.parquet"))
    monkeypatch.setattr(QuickRows, "entries", lambda *_: None)
    assert found == told(read_table(one, "us.parquet"))
