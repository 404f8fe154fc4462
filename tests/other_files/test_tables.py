"""Tables of other people: what is read from each, by hand."""

from __future__ import annotations

import contextlib
import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.log.cells import amount_in, date_in, moment_in, number_in
from pactlang.log.faults import Fault
from pactlang.log.read import read_log
from pactlang.log.table_settings import NOT_SAID, TableSettings
from pactlang.log.write import entry_to_text
from tests.other_files.cases import read_cases, tabled

TABLES = read_cases("tables.cases")


@pytest.mark.parametrize(("title", "parts"), TABLES, ids=[title for title, _ in TABLES])
def test_what_is_read_from_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, parts: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert tabled(title, *parts[:-1]).rstrip("\n") == parts[-1], "if that is right: python -m tests.other_files.cases"


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


@settings(max_examples=300)
@given(st.integers(0, 10**8), st.integers(0, 4), st.sampled_from(".,"), st.booleans(), st.sampled_from(["", "-", "("]))
def test_an_amount_is_read_as_it_was_meant_or_asked_about(units: int, places: int, mark: str, grouped: bool, sign: str) -> None:
    meant = Decimal(units).scaleb(-places)
    written = f"{meant:,.{places}f}" if grouped else f"{meant:.{places}f}"
    cell = written.translate(str.maketrans({".": mark, ",": ".,".replace(mark, "")}))
    cell = f"({cell})" if sign == "(" else sign + cell
    below = -1 if sign else 1
    assert amount_in(cell, TableSettings(decimal=mark, negative="refund"))[0] == below * meant
    assert amount_in(cell, TableSettings(decimal=mark, negative="paid"))[0] == -below * meant
    for negative in ("refund", ""):
        with contextlib.suppress(Fault):
            assert amount_in(cell, TableSettings(negative=negative))[0] == below * meant
    if not sign:
        with contextlib.suppress(Fault):
            assert number_in(cell, NOT_SAID) in (meant, cell)


@settings(max_examples=200)
@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%m-%y", "%m/%d/%y"]),
)
def test_a_date_is_read_as_it_was_meant_or_asked_about(meant: date, form: str) -> None:
    cell = meant.strftime(form)
    with contextlib.suppress(Fault):
        assert moment_in(cell, NOT_SAID) == meant.isoformat()
    if "%y" not in form or meant.year >= 2000:
        assert moment_in(cell, TableSettings(dates="month first" if form[:2] == "%m" else "day first")) == meant.isoformat()
    assert date_in(f"{meant} 00:00:00", NOT_SAID) == meant.isoformat()
