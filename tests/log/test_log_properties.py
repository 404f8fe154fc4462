"""What holds for every log: written entries read back equal, reading never raises, and the fast ways read as the careful do."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pactlang.log import text
from pactlang.log.entry import Entry
from pactlang.log.keys import KEYS
from pactlang.log.read import read_log
from pactlang.log.record import Records
from pactlang.log.record_faults import record_faults
from pactlang.log.table_settings import TableSettings
from pactlang.log.text_line import read_line
from pactlang.log.validate import validate
from pactlang.log.write import entries_to_csv, entry_to_json, entry_to_text

from .known import KNOWN
from .strategies import entries, json_values, near_entries, near_lines, records
from .test_log_lines import alike

NAMES = ("log.pactlog", "log.jsonl", "log.csv", "log.parquet", "-")
calmly = settings(deadline=None)


def digits(found: list[Entry]) -> list[dict[str, str]]:
    """Numbers as they are written: equal numbers need not be alike."""
    return [{name: format(value, "f") for name, value in entry.fields.items() if not isinstance(value, str)} for entry in found]


def same(written: list[Entry], text: str, name: str) -> None:
    read = read_log(text, name, tables=TableSettings(negative="refund"))
    assert not [found for found in read.diagnostics if found.severity == "error"]
    for order, entry in enumerate(written):
        entry.order = order
    assert alike(read.entries) == alike(written)
    assert digits(read.entries) == digits(written)


@calmly
@given(st.lists(entries(), max_size=4))
def test_text_reads_back(written: list[Entry]) -> None:
    same(written, "\n".join(map(entry_to_text, written)), "log.pactlog")


@calmly
@given(st.lists(entries(), max_size=4))
def test_json_lines_read_back(written: list[Entry]) -> None:
    same(written, "\n".join(map(entry_to_json, written)), "log.jsonl")


@calmly
@given(st.lists(entries(), max_size=4))
def test_csv_reads_back(written: list[Entry]) -> None:
    same(written, entries_to_csv(written), "log.csv")


def never_raises(data: bytes | str, name: str) -> None:
    log = validate(read_log(data, name), KNOWN)
    for found in log.diagnostics:
        assert found.message
        assert 0 <= found.span.start <= found.span.end <= len(found.span.source.text)


@calmly
@given(st.binary(max_size=200), st.sampled_from(NAMES))
@example(b"PAR1", "-")
@example(b"\xff\xfe2\x000\x00", "log.pactlog")
@example(b"[" * 100_000, "log.jsonl")
@example(b'{"at":' * 100_000, "log.jsonl")
@example(b'{"at": ' + b"9" * 5000 + b"}", "log.jsonl")
@example(b'{"fields": {"amount": 1e9999999999999999999}}', "log.jsonl")
@example(b'at,type\n"', "log.csv")
@example(b"at,type\n\x00,\r1\n", "log.csv")
@example(b"at,type,note\n2026-09-12,test," + b"x" * 200_000, "log.csv")
def test_bytes_never_raise(data: bytes, name: str) -> None:
    never_raises(data, name)


@calmly
@given(near_lines, st.sampled_from(NAMES))
@example("\ufeff\ufeff", "log.jsonl")
def test_text_never_raises(data: str, name: str) -> None:
    never_raises(data, name)


@calmly
@given(st.text(max_size=100), st.sampled_from(NAMES))
@example("\ud800", "log.pactlog")
def test_unicode_never_raises(data: str, name: str) -> None:
    never_raises(data, name)


@calmly
@given(st.text(alphabet='at,ype;by\n" 2026-09', max_size=60))
def test_tables_never_raise(rows: str) -> None:
    never_raises("at,type,by,field.amount\n" + rows, "log.csv")


# Names as people and programs number entries, and what nearly is one.
_numbered = st.from_regex(r"[A-Za-z][A-Za-z-]{0,3}[0-9]{1,4}(-[0-9]{1,3}){0,3}", fullmatch=True) | st.from_regex(
    r"[e0-9Zto:.-]{1,8}", fullmatch=True
)
named_lines = st.tuples(_numbered, _numbered).map("2026-09-12 19:30  encounter by Ana, about {0[0]}, as {0[1]}".format) | st.tuples(
    _numbered, _numbered
).map("2026-09-12  disclosure by Ana to Ben about {0[0]}, as {0[1]}".format)


@settings(max_examples=160, deadline=None)
@given(st.lists(near_entries | entries().map(entry_to_text) | named_lines, min_size=1, max_size=4))
def test_the_fast_way_reads_text_as_the_careful_one(lines: list[str]) -> None:
    """`_Reader.common` remembers what `read_line` said of other lines; it must say the same of this one."""
    reader = text._Reader("log.pactlog")
    for line in "\n".join(lines).split("\n"):
        fast = reader.common(line + "\n", 1)
        fast = reader.common(line + "\n", 1)
        careful = read_line(line + "\n").entries("log.pactlog", 1, 0)
        assert fast is None or [fast] == careful


@calmly
@given(st.dictionaries(st.sampled_from(KEYS), json_values, max_size=5) | records)
def test_a_record_is_an_entry_or_has_faults(record: dict[str, object]) -> None:
    """The fast way and the one that explains agree on what is right."""
    values = tuple(map(record.get, KEYS))
    maker = Records("log.jsonl")
    entry = maker.entry(values, 1, 0)
    assert (entry is None) == bool(record_faults(values))
