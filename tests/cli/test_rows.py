"""Many agreements in memory: the same answers as `pact check`, faults as rows, and all of it pickles."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from pactlang import Prepared, Row, check, judge_rows, load_text, prepare
from pactlang.log.read import read_log
from pactlang.log.write import entry_to_json
from pactlang.model.calendar import load_zone, machine_zone

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


def test_a_prepared_text_without_a_log_has_nothing_to_tell() -> None:
    assert isinstance(prepare(TEXT), Prepared)
    assert {row.status for row in judge_rows(prepare(TEXT), b"", datetime(2026, 9, 1, tzinfo=UTC))} == {"kept"}
