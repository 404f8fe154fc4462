"""`pact fleet`: what `pact check` says of each agreement alone, whatever is wrong with the others, and no name in it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pactlang.fleet.answers import Judge
from pactlang.model import calendar
from tests.cli.running import Answer, Folder
from tests.fleet.making import AS_OF, as_lines, dataset, findings, rows_of, text_of, write

SAME = ("id", "status", "clause", "sentence", "form", "at", "due", "measured", "limit", "repaired", "disputed")
ENDINGS = ("jsonl", "parquet")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def fleet(folder: Folder, *words: str, out: str = "found.jsonl") -> tuple[Answer, list[dict[str, Any]]]:
    answer = folder.run("fleet", *words, "--out", out, "--as-of", AS_OF)
    path = folder.path / out
    return answer, findings(path) if path.exists() else []


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("texts", ["column", "folder", "dataset"])
def test_each_agreement_is_judged_as_check_judges_it(folder: Folder, ending: str, texts: str) -> None:
    rows = dataset(5)
    places = ["--texts", texts] if texts != "column" else []
    brought = [{"agreement": row["agreement"], "text": row.pop("text")} for row in rows if "text" in row and places]
    write(folder.path / f"d.{ending}", rows, group=11)
    (folder.path / texts).mkdir()
    for one in brought if texts == "folder" else []:
        folder.write(f"{texts}/{one['agreement']}.pact", one["text"])
    if texts == "dataset":
        write(folder.path / texts / f"t.{ENDINGS[ending == 'jsonl']}", brought)
    answer, found = fleet(folder, f"d.{ending}", *places, "--names", out=f"found.{ending}")
    assert answer.code == 1
    assert answer.out == f"Written to found.{ending}: 5 agreements, 5 with a breach, as of {AS_OF}.\n"
    wanted = []
    for number in range(5):
        folder.write("one.pact", text_of(number))
        folder.write("one.jsonl", as_lines(rows_of(number)))
        said = json.loads(folder.run("check", "one.pact", "one.jsonl", "--this-text", "--as-of", AS_OF, "--format", "json").out)
        assert said["summary"]["breach"] > 0
        for one in said["findings"]:
            lines = [event["line"] for event in one["events"]]
            wanted.append([f"a{number}", *(one[key] for key in SAME), one["unit"] or "", 1, lines, one["who"], one["message"]])
        wanted.append([f"a{number}", "kept", said["summary"]["kept"]])
    got = [
        [one["agreement"], "kept", one["count"]]
        if one["status"] == "kept"
        else [one["agreement"], *(one[key] for key in SAME), *(one[key] for key in ("unit", "count", "rows", "who", "message"))]
        for one in found
    ]
    assert got == wanted


@pytest.mark.parametrize("ending", ENDINGS)
def test_findings_hold_no_name_and_no_word(folder: Folder, ending: str) -> None:
    write(folder.path / "d.jsonl", dataset(4))
    _, found = fleet(folder, "d.jsonl", "--cores", "1", out=f"found.{ending}")
    said = json.dumps(found)
    for word in ("Zora", "Quill", "Quay", "tells", "money", "outing", "encounter", "comfort", "dinner", "overnight", "message", "who"):
        assert word not in said
    assert {one["unit"] for one in found} <= {"", "EUR", "hours"}
    assert {one["id"].partition("@")[0] for one in found if one["status"] == "breach"} == {"1.1", "2.1", "3.1"}
    whole, named = fleet(folder, "d.jsonl", "--names", out=f"names.{ending}")
    assert "Zora1-tells@" in json.dumps(named)
    assert whole.code == 1


def test_the_answer_is_the_same_bytes_however_it_is_come_by(folder: Folder) -> None:
    """From either format, on one core or two, with rows in any order of agreements, in one file or many."""
    rows = dataset(40, 5, kinds=8)
    write(folder.path / "d.jsonl", rows)
    write(folder.path / "d.parquet", rows, group=37)
    (folder.path / "many").mkdir()
    for place in range(0, len(rows), 50):
        write(folder.path / "many" / f"{place:04}.jsonl", rows[place : place + 50])
    mixed = list(rows)
    order = random.Random(5)
    heads = [next(row for row in rows if row["agreement"] == f"a{number}") for number in range(40)]
    queues = [[row for row in rows if row["agreement"] == head["agreement"]][1:] for head in heads]
    mixed = list(heads)
    while any(queues):
        mixed.append(order.choice([queue for queue in queues if queue]).pop(0))
    write(folder.path / "mixed.parquet", mixed, group=20)
    write(folder.path / "mixed.jsonl", mixed)
    whole, _ = fleet(folder, "d.jsonl")
    wanted = (folder.path / "found.jsonl").read_bytes()
    for number, call in enumerate(
        (["d.jsonl", "--cores", "1"], ["d.parquet", "--cores", "2"], ["many"], ["mixed.parquet"], ["mixed.jsonl"])
    ):
        answer, _ = fleet(folder, *call, out=f"{number}.jsonl")
        assert answer.code == whole.code == 1
        assert (folder.path / f"{number}.jsonl").read_bytes() == wanted, call
    fleet(folder, "d.jsonl", "--cores", "1", out="1.parquet")
    fleet(folder, "mixed.parquet", "--cores", "2", out="2.parquet")
    assert (folder.path / "1.parquet").read_bytes() == (folder.path / "2.parquet").read_bytes()
    assert [one | {"rows": list(one["rows"])} for one in findings(folder.path / "1.parquet")] == findings(folder.path / "found.jsonl")


BROKEN: dict[str, Callable[[list[dict[str, Any]]], object]] = {
    "a text that is no agreement": lambda own: own[0].update(text="at most 4 of everything"),
    "a text that brings in a file": lambda own: own[0].update(text=own[0]["text"] + 'include "../a0.pact"\n'),
    "no text": lambda own: own[0].pop("text"),
    "another text": lambda own: own[1].update(text=text_of(99)),
    "a day that is none": lambda own: own[2].update(at="2026-02-30"),
    "an event nobody knows": lambda own: own[2].update(type="moonwalk"),
    "somebody from nowhere": lambda own: own[2].update(about="e99"),
    "a name with a line break": lambda own: own[2].update(by=["a\nb\x1b[31m"]),
}
BROKEN_LINES: dict[str, Callable[[list[dict[str, Any]]], object]] = {
    "a text that is a number": lambda own: own[0].update(text=4),
    "a key that no log has": lambda own: own[2].update(wiht=["dana"]),
    "a type that is a list": lambda own: own[2].update(type=["encounter"]),
    "an amount without end": lambda own: own[2].update(type="outing", fields={"amount": "9" * 5_000}),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_broken_agreement_costs_only_itself(folder: Folder, ending: str) -> None:
    ways = BROKEN | (BROKEN_LINES if ending == "jsonl" else {})
    rows = dataset(2 * len(ways))
    _, whole = fleet(folder, str(write(folder.path / f"d.{ending}", rows)))
    for number, spoil in enumerate(ways.values()):
        spoil([row for row in rows if row["agreement"] == f"a{2 * number}"])
    answer, found = fleet(folder, str(write(folder.path / f"e.{ending}", rows)), out="e.found.jsonl")
    assert answer.code == 1
    assert f"{2 * len(ways)} agreements" in answer.out
    assert f"{len(ways)} that cannot be judged" in answer.out
    for number, name in enumerate(ways):
        broken, good = f"a{2 * number}", f"a{2 * number + 1}"
        assert {one["status"] for one in found if one["agreement"] == broken} == {"fault"}, name
        assert [one for one in found if one["agreement"] == good] == [one for one in whole if one["agreement"] == good] != []


def test_rows_that_name_no_agreement_are_told_and_the_others_are_judged(folder: Folder) -> None:
    good = as_lines(dataset(2))
    rows = [
        b'{"agreement": "a1", "at": broken}',
        b"\xff\xfe no text at all",
        b'{"at": "2026-01-06", "type": "test"}',
        b'{"agreement": null}',
        b'{"agreement": ["a0"]}',
        b'{"agreement": "' + b"x" * 5_000 + b'"}',
        b"[" * 100_000,
        b"",
        b'{"agreement": "../../etc/passwd", "at": "2026-01-06", "type": "test"}',
        b'{"agreement": "a\\u0000\\u001b[31m\\n", "at": "2026-01-06", "type": "test"}',
        b'{"agreement": 7, "at": "2026-01-06", "type": "test"}',
        b'"' + b"y" * 9_000_000,
    ]
    folder.write("d.jsonl", good + b"\n".join(rows))
    answer, found = fleet(folder, "d.jsonl", "--names")
    assert answer.code == 1
    assert "7 rows name no agreement and were left out." in answer.out
    assert [one["rows"] for one in found if one["agreement"] is None] == [[14], [15], [16], [17], [18], [19], [24]]
    states = {one["agreement"]: one["status"] for one in found}
    names = ["../../etc/passwd", "a\0\x1b[31m\n", "7", "a1"]
    assert [states[one] for one in names] == ["fault"] * 4
    assert {one["message"] for one in found if one["agreement"] in names[:3]} == {"This agreement has no text."}
    assert states["a0"] == "kept"
    assert "\x1b" not in answer.out + answer.err


def test_an_agreement_without_entries_is_judged_and_a_folder_is_no_path(folder: Folder) -> None:
    folder.write("secret.pact", text_of(1))
    for name in ("a1", "a2"):
        folder.write(f"texts/{name}.pact", text_of(int(name[1:])))
    (folder.path / "texts" / "a3.pact").symlink_to("../secret.pact")
    (folder.path / "texts" / "a4.pact").mkdir()
    folder.write("d.jsonl", as_lines([{"agreement": one, "at": "2026-01-06", "type": "check-in"} for one in ("a2", "../secret")]))
    _, found = fleet(folder, "d.jsonl", "--texts", "texts", "--names")
    assert list(dict.fromkeys(one["agreement"] for one in found)) == ["a2", "../secret", "a1", "a3", "a4"]
    faults = {one["agreement"]: one["message"] for one in found if one["status"] == "fault"}
    assert faults == {
        "../secret": "This agreement has no text.",
        "a3": "Its text is a link that leads out of its folder.",
        "a4": "Its text cannot be read.",
    }


def test_nobody_else_reads_the_findings(folder: Folder) -> None:
    write(folder.path / "d.jsonl", dataset(1))
    fleet(folder, "d.jsonl")
    assert (folder.path / "found.jsonl").stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in folder.path.iterdir()) == ["d.jsonl", "found.jsonl"]


def test_what_is_wrong_with_the_machine_is_no_agreements_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "_ZONES", tmp_path)
    calendar.load_zone.cache_clear()
    calendar.zone_names.cache_clear()
    with pytest.raises(calendar.ZoneError, match="install tzdata again"):
        Judge(AS_OF).answer("a", [text_of(1)], [])


def test_what_is_wrong_with_the_call_is_one_line_and_nothing_is_written(folder: Folder) -> None:
    write(folder.path / "d.jsonl", dataset(1))
    folder.write("bare.parquet", b"PAR1 and no more")
    pq.write_table(pa.table({"at": ["2026-01-06"]}), folder.path / "none.parquet")
    pq.write_table(pa.table({"agreement": [1.5]}), folder.path / "float.parquet")
    folder.write("notes.jsonl", "mine\n")
    folder.write("empty/readme.txt", "")
    (folder.path / "leads").mkdir()
    (folder.path / "leads" / "out.jsonl").symlink_to("../d.jsonl")
    calls = {
        ("nothing.jsonl",): "there is no file nothing.jsonl",
        ("notes.txt",): "notes.txt is not a dataset: name a file that ends in .parquet or .jsonl, or a folder of such files",
        ("empty",): "there is no file in empty that ends in .parquet or .jsonl",
        ("leads",): "leads/out.jsonl is a link that leads out of its folder; to read it anyway, name it",
        ("bare.parquet",): "bare.parquet cannot be read as Parquet",
        ("none.parquet",): "none.parquet has no column 'agreement', which says which agreement a row is of",
        ("d.jsonl", "--texts", "empty"): "there is no agreement in empty, that is, no file that ends in .pact, and no dataset of texts",
        ("d.jsonl", "-o", "notes.jsonl"): "notes.jsonl already exists and holds no findings that pact wrote; nothing was judged",
        ("d.jsonl", "-o", "found.txt"): "found.txt: the name of the findings must end in .parquet or .jsonl",
        ("d.jsonl", "--as-of", "soon"): "'soon' is not a valid time",
        ("d.jsonl", "-o", "nowhere/found.jsonl"): "nowhere/found.jsonl cannot be written: No such file or directory",
    }
    before = {one: one.read_bytes() for one in folder.path.rglob("*") if one.is_file()}
    for call, said in calls.items():
        out = [] if "-o" in call else ["-o", "found.jsonl"]
        answer = folder.run("fleet", *call, *out)
        assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1), call
        assert said in answer.err.replace(f"{folder.path}/", ""), answer.err
        assert {one: one.read_bytes() for one in folder.path.rglob("*") if one.is_file() and not one.name.endswith(".parts")} == before
    answer, found = fleet(folder, "float.parquet")
    assert (answer.code, [one["agreement"] for one in found]) == (1, [None])
