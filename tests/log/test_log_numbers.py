"""Numbers stay as they were written, in every format."""

from __future__ import annotations

import pytest

from pactlang.log.read import read_log
from pactlang.log.table_settings import TableSettings

BOTH_SIGNS = TableSettings(negative="refund")
FIGURES = ["45", "45.0", "45.50", "0.1", "0.1000000000000000055", "12345678901234567890.123", "1e3", "-0.5", "123456789012345678901"]


def test_json_numbers_are_exact() -> None:
    lines = "".join(f'{{"at": "2026-09-12", "type": "expense", "fields": {{"amount": {figure}}}}}\n' for figure in FIGURES * 2)
    log = read_log(lines, "log.jsonl")
    assert log.diagnostics == []
    assert [str(entry.fields["amount"]).replace("E+", "e") for entry in log.entries] == FIGURES * 2


def test_true_is_not_one() -> None:
    lines = "".join(f'{{"at": "2026-09-12", "type": "expense", "fields": {{"amount": {figure}}}}}\n' for figure in ("1", "true", "1.0"))
    log = read_log(lines, "log.jsonl")
    assert [str(entry.fields["amount"]) for entry in log.entries] == ["1", "1.0"]
    assert [found.span.text for found in log.diagnostics] == ["true"]


@pytest.mark.parametrize("figure", [figure for figure in FIGURES if "e" not in figure])
def test_text_and_tables_are_exact(figure: str) -> None:
    (entry,) = read_log(f"2026-09-12  expense by Ana, amount {figure} EUR", "log.pactlog").entries
    assert str(entry.fields["amount"]) == figure
    (entry,) = read_log(f"at,type,field.amount\n2026-09-12,expense,{figure}", "log.csv", tables=BOTH_SIGNS).entries
    assert str(entry.fields["amount"]) == figure
