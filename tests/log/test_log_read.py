"""Files as they come: encodings, line ends, formats, several files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from pactlang.log.codes import Code
from pactlang.log.read import combine, read_log

LINE = "2026-09-12 19:30  encounter by Zoë with dana, as e1\n"
JSON = '{"at": "2026-09-12T19:30", "type": "encounter", "by": ["Zoë"], "with": ["dana"], "id": "e1"}\n'
CSV = "at,type,by,with,id\n2026-09-12T19:30,encounter,Zoë,dana,e1\n"


def read_one(data: bytes | str, name: str = "log.pactlog") -> list[tuple[str, ...]]:
    log = read_log(data, name)
    assert log.diagnostics == []
    return [entry.by for entry in log.entries]


@pytest.mark.parametrize(
    "data",
    [
        LINE,
        LINE.encode(),
        b"\xef\xbb\xbf" + LINE.encode(),
        LINE.replace("\n", "\r\n"),
        LINE.rstrip("\n"),
        LINE.replace(" ", "\u00a0"),
        LINE.replace("  ", "\t"),
        unicodedata.normalize("NFD", LINE),
        "\n\n" + LINE + "\n\n",
    ],
)
def test_text_as_it_comes(data: bytes | str) -> None:
    assert read_one(data) == [("Zoë",)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2026.pactlog", LINE),
        ("Log.TXT", LINE),
        ("2026.jsonl", JSON),
        ("2026.ndjson", "\ufeff" + JSON),
        ("2026.csv", "\ufeff" + CSV.replace("\n", "\r\n")),
        ("-", LINE),
        ("-", "\n  " + JSON),
        ("-", CSV),
        ("-", "\ufeff" + CSV),
        ("notes", JSON),
    ],
)
def test_the_format_is_known_by_name_or_text(name: str, text: str) -> None:
    assert read_one(text, name) == [("Zoë",)]


@pytest.mark.parametrize("name", ["log.pactlog", "log.jsonl", "log.csv"])
def test_an_empty_log_is_no_fault(name: str) -> None:
    for data in (b"", b"\n", b"\xef\xbb\xbf"):
        assert read_one(data, name) == []


def test_bytes_that_are_no_utf8_cost_their_line_only() -> None:
    log = read_log(b"2026-09-08  test by Ana\n2026-09-09  test by Jos\xe9\n2026-09-10  test by Ben\n", "log.pactlog")
    assert [entry.by for entry in log.entries] == [("Ana",), ("Ben",)]
    (found,) = log.diagnostics
    assert (found.code, found.span.start_position.line, found.span.start_position.column) == (Code.ENCODING, 2, 24)
    log = read_log(b'{"at": "2026-09-08", "type": "test"}\n{"at": "2026-09-08", "type": "caf\xe9"}\n', "log.jsonl")
    assert len(log.entries) == 1
    assert [(found.code, found.span.start_position.line) for found in log.diagnostics] == [(Code.ENCODING, 2)]
    log = read_log(b"at,type\n2026-09-08,caf\xe9\n", "log.csv")
    assert [(found.code, found.span.start_position.line) for found in log.diagnostics] == [(Code.ENCODING, 2)]


def test_utf16_is_named_once() -> None:
    log = read_log((LINE * 5).encode("utf-16"), "log.pactlog")
    assert [found.message for found in log.diagnostics] == ["The file is UTF-16, not UTF-8."]


def test_a_lone_carriage_return_is_no_line_end() -> None:
    (found,) = read_log("2026-09-08  test by Ana\r2026-09-09  test by Ben\r\n", "log.pactlog").diagnostics
    assert (found.code, found.span.start_position.column) == (Code.CHARACTER, 24)


def test_columns_are_those_of_the_editor() -> None:
    """A byte order mark is no column; a character outside the basic plane is one."""
    (found,) = read_log(b"\xef\xbb\xbf" + '2026-09-08  test at "😀" by Ana Ben'.encode(), "log.pactlog").diagnostics
    assert found.span.text == "Ben"
    assert found.span.start_position.column == 32


def test_several_logs_are_numbered_as_one() -> None:
    logs = [read_log(LINE * 2, "a.pactlog"), read_log("oops\n" + LINE, "b.pactlog"), read_log(JSON, "c.jsonl")]
    log = combine(logs)
    assert [(entry.file, entry.line, entry.order) for entry in log.entries] == [
        ("a.pactlog", 1, 0),
        ("a.pactlog", 2, 1),
        ("b.pactlog", 2, 2),
        ("c.jsonl", 1, 3),
    ]
    assert [found.span.source.name for found in log.diagnostics] == ["b.pactlog"]
    assert list(log.sources) == ["a.pactlog", "b.pactlog", "c.jsonl"]
    assert combine([]).entries == []


def test_what_is_alike_is_shared() -> None:
    """A million entries hold a few hundred tuples."""
    for name, text in (("log.pactlog", LINE), ("log.jsonl", JSON)):
        first, second = read_log(text + text.replace("e1", "e2"), name).entries
        assert first.by is second.by
        assert first.with_ is second.with_
        assert first.type is second.type
        assert first.fields is second.fields


def test_codes_are_each_used_and_unique() -> None:
    folder = Path(__file__).parents[2] / "src" / "pactlang" / "log"
    used = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py") if file.name != "codes.py")
    assert len({code.value for code in Code}) == len(Code)
    for code in Code:
        assert f"Code.{code.name}" in used
        assert code.meaning.endswith(".")
