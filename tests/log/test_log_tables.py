"""Logs in tables: CSV cells and their places, Parquet and its types."""

from __future__ import annotations

import builtins
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from pactlang.log.codes import Code
from pactlang.log.read import ReadLog, read_log

from .test_log_lines import alike

WITH_EVERYTHING = """\
 at , end,type,by,to,with,place,about,id,until,tags,covering,note,target,noted,noted_by,field.amount,field.unit,field.room
2026-09-12T19:30,23:10,encounter,Ana; Ben,,dana;kim,"the lake, north",,e1,,dinner,,"Two
lines.",,2026-09-13T08:00,Ana,,,"""
SAME_IN_JSON = """\
{"at": "2026-09-12T19:30", "end": "23:10", "type": "encounter", "by": ["Ana", "Ben"], "with": ["dana", "kim"], \
"place": "the lake, north", "id": "e1", "tags": ["dinner"], "note": "Two\\nlines.", "noted": "2026-09-13T08:00", "noted_by": ["Ana"]}
{"at": "2026-09-14", "type": "expense", "by": ["Ben"], "fields": {"amount": 45.50, "unit": "EUR", "room": "12"}}
"""


def test_csv_reads_as_json_lines() -> None:
    rows = WITH_EVERYTHING + '\n2026-09-14,,expense,Ben,,,,,,,,,,,,,45.50,EUR,"""12"""\n\n'
    table, lines = read_log(rows, "log.csv"), read_log(SAME_IN_JSON, "log.jsonl")
    assert not table.diagnostics
    assert not lines.diagnostics
    assert alike(table.entries) == alike(lines.entries)
    assert [entry.line for entry in table.entries] == [2, 4]


def test_short_rows_are_filled_up() -> None:
    (entry,) = read_log("at,type,by,field.amount\n2026-09-12,test\n", "log.csv").entries
    assert (entry.by, entry.fields) == ((), {})


def parquet(columns: dict[str, Any]) -> ReadLog:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return read_log(buffer.getvalue(), "log.parquet")


def test_parquet_reads_as_json_lines() -> None:
    log = parquet(
        {
            "at": ["2026-09-12T19:30", "2026-09-14"],
            "end": ["23:10", None],
            "type": ["encounter", "expense"],
            "by": [["Ana", "Ben"], ["Ben"]],
            "with": ["dana;kim", ""],
            "place": ["the lake, north", None],
            "id": ["e1", None],
            "tags": [["dinner"], None],
            "note": ["Two\nlines.", None],
            "noted": ["2026-09-13T08:00", None],
            "noted_by": [["Ana"], []],
            "field.amount": [None, Decimal("45.50")],
            "field.unit": [None, "EUR"],
            "field.room": [None, "12"],
        }
    )
    assert not log.diagnostics
    assert alike(log.entries) == alike(read_log(SAME_IN_JSON, "log.jsonl").entries)


def test_parquet_has_moments_and_numbers_of_its_own() -> None:
    log = parquet(
        {
            "at": [datetime(2026, 9, 12, 19, 30, tzinfo=UTC), datetime(2026, 9, 13, 8, 0, 5, tzinfo=UTC)],
            "until": [date(2026, 9, 14), None],
            "type": ["expense", "expense"],
            "field.amount": [0.1, float("nan")],
            "field.count": [3, None],
        }
    )
    assert not log.diagnostics
    first, second = log.entries
    assert (first.second, first.offset, first.until) == (70_200, 0, first.day + 2)
    assert (first.fields, second.fields) == ({"amount": Decimal("0.1"), "count": Decimal(3)}, {})
    assert second.second == 8 * 3600 + 5


def test_faults_in_parquet_show_their_row() -> None:
    log = parquet({"at": ["2026-09-12", "2026-09-31"], "type": ["test", "te st"], "wiht": ["dana", "kim"], "field.ok": [True, None]})
    assert [(found.code, found.span.start_position.line) for found in log.diagnostics] == [
        (Code.KEY, 1),
        (Code.TYPE, 1),
        (Code.DATE, 2),
        (Code.WORD, 2),
    ]
    assert [found.span.text for found in log.diagnostics[1:]] == ["true", '"2026-09-31"', '"te st"']


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1xxxxxxxxPAR1"])
def test_what_is_no_parquet_is_said(data: bytes) -> None:
    pytest.importorskip("pyarrow")
    (found,) = read_log(data, "log.parquet").diagnostics
    assert found.code is Code.TABLE


def test_an_empty_parquet_table_still_needs_its_columns() -> None:
    log = parquet({"type": []})
    assert [found.message for found in log.diagnostics] == ["The table has no column `at`."]


def test_parquet_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read_log(b"PAR1", "log.parquet").diagnostics
    assert found.code is Code.PACKAGE
    assert "pactlang[parquet]" in found.expected
