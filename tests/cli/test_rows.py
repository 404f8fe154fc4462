"""Many agreements in memory: the same answers as `pact check`, faults as rows, and all of it pickles."""

from __future__ import annotations

import io
import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import event, given

from pactlang import Prepared, Row, check, judge_rows, load_text, prepare
from pactlang.diagnostics import Severity
from pactlang.inputs import InputError, check_files
from pactlang.log.read import read_log
from pactlang.log.write import entry_to_json
from pactlang.model.calendar import load_zone, machine_zone
from pactlang.words.json import judgement_json

from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import Case, LogShape, one_agreement

FIRST = Path(__file__).parents[2] / "examples" / "first"
TEXT = (FIRST / "us.pact").read_text(encoding="utf-8")
LOG = [json.loads(entry_to_json(entry)) for entry in read_log((FIRST / "log.pactlog").read_bytes(), "log.pactlog").entries]
NOW = datetime(2026, 10, 5, 12, tzinfo=UTC)


def of_check() -> list[tuple[str, str]]:
    found = check(load_text(TEXT), str(FIRST / "log.pactlog"), as_of=NOW)
    return [(one.id, one.status.value) for one in found.findings]


def findings(rows: list[Row]) -> list[tuple[str, str]]:
    return [(row.id, row.status) for row in rows if row.status not in ("kept", "warning")]


@pytest.mark.parametrize("shape", ["records", "bytes", "table", "batch"])
def test_each_shape_of_rows_is_judged_as_check_judges(shape: str) -> None:
    rows: object = LOG
    if shape == "bytes":
        rows = "".join(json.dumps(one) + "\n" for one in LOG).encode()
    elif shape != "records":
        keys = dict.fromkeys(key for one in LOG for key in one if key != "fields")
        table = pa.Table.from_pylist([{key: one.get(key) for key in keys} for one in LOG])
        rows = table if shape == "table" else table.to_batches()[0]
    answer = judge_rows(prepare(TEXT), rows, NOW)
    assert findings(answer) == of_check() != []
    assert [row.count for row in answer if row.status == "kept"] == [
        check(load_text(TEXT), str(FIRST / "log.pactlog"), as_of=NOW).summary.kept
    ]


def test_all_of_it_pickles() -> None:
    prepared = prepare(TEXT)
    assert pickle.loads(pickle.dumps(prepared)) == prepared
    answer = judge_rows(pickle.loads(pickle.dumps(prepared)), LOG, NOW)
    assert pickle.loads(pickle.dumps(answer)) == answer == judge_rows(prepared, LOG, NOW)
    judgement = check(load_text(TEXT), str(FIRST / "log.pactlog"), as_of=NOW)
    again = pickle.loads(pickle.dumps(judgement))
    assert (again.findings, again.summary, again.zone.key) == (judgement.findings, judgement.summary, "Europe/Berlin")
    assert pickle.loads(pickle.dumps(load_zone("UTC"))) is load_zone("UTC")
    assert pickle.loads(pickle.dumps(machine_zone())).midnight(739871) == machine_zone().midnight(739871)


def test_a_broken_text_is_rows_of_the_answer() -> None:
    prepared = prepare(TEXT.replace("at most 4 encounters", "atmost 4 encounters"))
    assert (prepared.digest, prepared.agreement) == ("", None)
    answer = judge_rows(prepared, LOG, NOW)
    assert [(row.status, row.code) for row in answer] == [("fault", "E001")]
    assert TEXT.splitlines()[answer[0].rows[0] - 1].strip().startswith("at most 4")


def test_a_text_in_memory_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "more.pact").write_text("cap more\n    at most 4 encounters per month\n")
    monkeypatch.chdir(tmp_path)
    prepared = prepare(f'{TEXT}\ninclude "more.pact"\n')
    assert prepared.agreement is None
    assert "includes no files" in prepared.faults[0].message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"at": "2026-09-40", "type": "encounter"}, "There is no day 40 in September 2026."),
        ({"at": "2026-09-12", "type": "encounter", "agreement": "a"}, "No log has a key `agreement`."),
        ({"at": object(), "type": "encounter"}, "This row has a value that a log cannot hold."),
        ({"at": "2026-09-12", "type": "moonwalk"}, "The agreement has no event `moonwalk`."),
        ("no record", "This line is not a JSON object."),
    ],
)
def test_a_broken_row_is_a_row_of_the_answer_and_nothing_is_judged_without_it(row: object, message: str) -> None:
    answer = judge_rows(prepare(TEXT), [*LOG, row], NOW)  # type: ignore[list-item]
    assert [(one.status, one.rows, one.message) for one in answer] == [("fault", (len(LOG) + 1,), message)]


def test_what_is_said_twice_counts_once_and_moments_may_be_objects() -> None:
    text = 'pact "Us"\n    between Ana and Ben\n    time zone UTC\nuse relationships\ncap c\n    at most 1 encounter per month\n'
    once = {"at": datetime(2026, 9, 12, 19, 30, tzinfo=UTC), "type": "encounter", "by": ["Ana"], "until": None}
    answer = judge_rows(prepare(text), [once, once, {"at": date(2026, 10, 2), "type": "encounter", "by": ["Ben"]}], NOW)
    assert [(row.status, row.count, row.rows) for row in answer] == [("kept", 2, ()), ("warning", 1, (2,))]


def test_an_amount_stays_as_it_was_given() -> None:
    text = 'pact "Us"\n    between Ana and Ben\n    time zone UTC\nevent expense\n    amount in EUR\n'
    text += "cap c\n    at most 4 EUR of expense per day\n"
    paid = {"at": "2026-09-12", "type": "expense", "by": ["Ana"], "fields": {"amount": Decimal("4.01")}}
    answer = judge_rows(prepare(text), [paid], NOW)
    assert [(row.status, row.measured, row.limit, row.unit) for row in answer[:1]] == [("breach", 4.01, 4, "EUR")]


def test_fields_of_a_table_may_be_one_column_of_records() -> None:
    text = 'pact "Us"\n    between Ana and Ben\n    time zone UTC\nevent expense\n    amount in EUR\n'
    text += "cap c\n    at most 4 EUR of expense per day\n"
    rows = [{"at": "2026-09-12", "type": "expense", "fields": {"amount": 4.01}}, {"at": "2026-09-13", "type": "expense", "fields": None}]
    answer = judge_rows(prepare(text), pa.Table.from_pylist(rows), NOW)
    assert [(row.status, row.measured, row.rows) for row in answer if row.status != "kept"] == [("breach", 4.01, (1,))]


def test_a_prepared_text_without_a_log_has_nothing_to_tell() -> None:
    assert isinstance(prepare(TEXT), Prepared)
    assert {row.status for row in judge_rows(prepare(TEXT), b"", datetime(2026, 9, 1, tzinfo=UTC))} == {"kept"}


def table_of(rows: list[dict[str, Any]]) -> pa.Table:
    """Records as a table: a column for each key and for each field."""
    flat = [one | {f"field.{name}": value for name, value in one.get("fields", {}).items()} for one in rows]
    keys = dict.fromkeys(key for one in flat for key in one if key != "fields")
    kinds = {key: {type(one[key]) for one in flat if key in one} for key in keys}
    # A column is of one kind: numbers beside words are text, as they are in a spreadsheet.
    return pa.table({key: [str(one[key]) if key in one and len(kinds[key]) > 1 else one.get(key) for one in flat] for key in keys})


CASES = one_agreement((*FORMS, "matrix", "follow_up"), LogShape(leaves=True, waivers=True, noted=True, untimed=True, size=14), sentences=3)
SAME = ("id", "status", "clause", "sentence", "form", "at", "due", "measured", "limit", "repaired", "disputed", "message")


@given(CASES)
@tries(36)
def test_rows_in_memory_are_judged_as_check_judges_the_files(case: Case) -> None:
    """By the words of a whole agreement, in each shape: the same findings, the same count of what is kept, the same faults."""
    text, as_of = case.versions[0].text, datetime.fromtimestamp(case.as_of, UTC)
    lines = "".join(entry_to_json(entry) + "\n" for entry in case.entries).encode()
    rows = [json.loads(line) for line in lines.splitlines()]
    table = table_of(rows)
    packed = io.BytesIO()
    pq.write_table(table, packed)
    prepared = pickle.loads(pickle.dumps(prepare(text)))
    for name, data, shapes in (("log.jsonl", lines, (lines, rows)), ("log.parquet", packed.getvalue(), (table, pq.read_table(packed)))):
        files = {"us.pact": text.encode(), name: data}
        wanted = said_by_check(files, as_of)
        event(f"{name}: {wanted[0][1] if wanted else 'nothing'}")
        for shape in shapes:
            answer = judge_rows(prepared, shape, as_of)
            assert [said(row) for row in answer if row.status != "warning"] == wanted


def said(row: Row) -> tuple[object, ...]:
    if row.status == "fault":
        return row.code, "fault", row.message, list(row.rows)
    return row.count if row.status == "kept" else 0, *(getattr(row, key) for key in SAME), row.unit, list(row.rows)


def said_by_check(files: dict[str, bytes], as_of: datetime) -> list[tuple[object, ...]]:
    """What `pact check --this-text --format json` says, in the words of rows."""
    try:
        checked = check_files(list(files), this_text=True, as_of=as_of.isoformat(), read=lambda path: files[str(path)])
    except InputError as wrong:
        faults = [one for one in wrong.diagnostics if one.severity is Severity.ERROR]
        return [(one.code, "fault", one.message, [one.span.start_position.line]) for one in faults]
    told = json.loads(judgement_json(checked.judgement))
    found = [(0, *(one[key] for key in SAME), one["unit"] or "", [place["line"] for place in one["events"]]) for one in told["findings"]]
    return [*found, said(Row("kept", count=told["summary"]["kept"]))]
