"""Tables of other people: what is read from each, by hand."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pactlang.log.read import read_log
from pactlang.log.write import entry_to_text
from tests.other_files.cases import read_cases, tabled

TABLES = read_cases("tables.cases")


@pytest.mark.parametrize(("title", "parts"), TABLES, ids=[title for title, _ in TABLES])
def test_what_is_read_from_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, parts: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert tabled(title, *parts[:-1]).rstrip("\n") == parts[-1]


def parquet(columns: dict[str, Any]) -> list[str]:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    table = io.BytesIO()
    pq.write_table(pa.table(columns), table)
    found = read_log(table.getvalue(), "us.parquet")
    return [*(entry_to_text(one) for one in found.entries), *(one.message for one in found.diagnostics)]


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_floats_are_the_decimals_that_were_meant(kind: str) -> None:
    pa = pytest.importorskip("pyarrow")
    values = pa.array([62.4, 0.1, 1e-7, float("inf")], getattr(pa, kind)())
    said = parquet({"at": ["2026-01-09"] * 4, "type": ["expense"] * 4, "field.amount": values})
    assert [one.partition("amount ")[2] for one in said[:3]] == ["62.4", "0.1", "0.0000001"]
    assert said[3:] == ["The number is too long."]


def test_what_writers_of_parquet_add_and_how_they_write_time() -> None:
    pa = pytest.importorskip("pyarrow")
    said = parquet(
        {
            "__index_level_0__": pa.array([0, 1], pa.int64()),
            "AT": [datetime.fromisoformat(one) for one in ("2026-01-09 18:00", "2026-01-10 09:30")],
            "end": pa.array([time(23), None], pa.time64("ns")),
            "type": ["expense", "expense"],
            "by": ["Ida and Max", "Noor"],
            "until": [date(2026, 1, 31), None],
            "field.amount": ["1.080,50 EUR", "62,40"],
        }
    )
    assert said == [
        "2026-01-09 18:00 to 23:00  expense by Ida and Max until 2026-01-31, amount 1080.50 EUR",
        "2026-01-10 09:30  expense by Noor, amount 62.40",
    ]


def test_signs_and_marks_in_parquet_are_asked_for_as_in_csv() -> None:
    at, kind = ["2026-01-09", "01/02/2026"], ["expense", "expense"]
    assert parquet({"at": at, "type": kind, "field.amount": [Decimal("-45"), Decimal(3)]}) == [
        "The amount `-45` is below zero: money that came back, or money that was paid, as a bank writes it?",
        "`01/02/2026` reads two ways: as 2026-02-01 and as 2026-01-02.",
    ]
    assert parquet({"at": at[:1], "type": kind[:1], "field.amount": ["1.080"]}) == ["`1.080` reads two ways: as 1080 and as 1.08."]
