"""Nothing is read that has no end, or that is more than anybody wrote; and what is within the limits is read whole."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import force_setattr

from pactlang.calendars.reading.occurrence import Occurrence
from pactlang.calendars.reading.read import CalendarError, read_calendar
from pactlang.inputs import InputError, read_file
from pactlang.language.parse import parse
from pactlang.lint.settings import read_settings
from pactlang.log.parquet import MOST_ROWS
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate
from pactlang.reading import MOST_TEXT, read_whole
from pactlang.source import SourceFile
from pactlang.words.diagnostics import diagnostics_text
from tests.cli.running import Folder, folder, ours  # noqa: F401 - fixtures

HOSTILE = {
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "a pipe that nobody writes to": lambda path: os.mkfifo(path),
    "a terminal": lambda path: path.symlink_to("/dev/tty"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nothing-there"),
    "a folder": lambda path: path.mkdir(),
    "a file with holes": lambda path: (path.touch(), os.truncate(path, 1 << 40)),
    "what the system makes up": lambda path: path.symlink_to("/proc/self/mem"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_ordinary_file_is_told(tmp_path: Path, name: str) -> None:
    HOSTILE[name](tmp_path / "us.pactlog")
    with pytest.raises(InputError):
        read_file(tmp_path / "us.pactlog")
    with pytest.raises(OSError, match=r"."):
        read_whole(tmp_path / "us.pactlog")


@pytest.mark.parametrize("name", ["a device without an end", "a pipe that nobody writes to", "a file with holes"])
@pytest.mark.parametrize("call", [("check",), ("status",), ("log", "--yes", "test by Ana"), ("lint",)])
def test_commands_do_not_wait_for_it(ours: Folder, name: str, call: tuple[str, ...]) -> None:  # noqa: F811
    (ours.path / "log.pactlog").unlink()
    HOSTILE[name](ours.path / "us.pactlog")
    answer = ours.run(*call)
    assert answer.code == 2
    assert "us.pactlog cannot be read: it is" in answer.err or "us.pactlog is a link that leads out of its folder" in answer.err


@pytest.mark.parametrize("name", HOSTILE)
def test_whoever_looks_for_the_agreement_says_what_lies_beside_it(ours: Folder, name: str) -> None:  # noqa: F811
    HOSTILE[name](ours.path / "second.pact")
    for call in (("check",), ("lint",), ("history",), ("export", "-o", "r.ics"), ("doctor",), ("log", "--yes", "test by Ana")):
        answer = ours.run(*call)
        assert answer.code in ((0, 1) if call == ("doctor",) else (0, 2)), call
        assert "second.pact" in answer.err + answer.out, call
        assert "should not happen" not in answer.err


def test_what_editors_and_systems_keep_beside_a_file_is_not_read(ours: Folder) -> None:  # noqa: F811
    """Emacs keeps a lock, a copy and a backup, Vim swap and undo files, macOS a file of its own on a shared drive."""
    now = ("--as-of", "2026-10-05")
    calls = [("check", *now), ("status", *now), ("lint", "--select", "M"), ("fmt", "--check"), ("verify",)]
    calls.append(("log", "--yes", "--forget", "2026-01-01"))
    before = [ours.run(*call) for call in calls]
    for name in [path.name for path in ours.path.iterdir() if path.suffix in (".pact", ".pactlog")]:
        (ours.path / f".#{name}").symlink_to("ana@house.12:34")
        ours.write(f"._{name}", b"\x00\x05\x16\x07\x00\x02")
        for copy in (f"{name}~", f"#{name}#", f".{name}.swp", f".{name}.un~", f".{name}.lock"):
            ours.write(copy, "nonsense\n")
    assert [ours.run(*call) for call in calls] == before
    assert before[0].code == 1


def test_a_link_out_of_the_folder_is_read_only_by_its_name(ours: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:  # noqa: F811
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "private.pactlog"
    (ours.path / "log.pactlog").rename(elsewhere)
    (ours.path / "us.pactlog").symlink_to(elsewhere)
    assert (ours.run("check").code, ours.run("check", "us.pact", "us.pactlog", "--as-of", "2026-10-05").code) == (2, 1)
    (ours.path / "us.pactlog").unlink()
    ours.write("kept/log", elsewhere.read_bytes())
    (ours.path / "us.pactlog").symlink_to("kept/log")
    assert ours.run("check", "--as-of", "2026-10-05").code == 1


def test_a_text_longer_than_any_agreement(ours: Folder) -> None:  # noqa: F811
    ours.write("us.pact", b"#" * (MOST_TEXT + 1))
    for call in (("check",), ("lint",), ("fmt",), ("verify",)):
        answer = ours.run(*call)
        assert (answer.code, "us.pact cannot be read: it is larger than 1 MB" in answer.err) == (2, True)


def test_settings_longer_than_any(ours: Folder) -> None:  # noqa: F811
    ours.write("pact.toml", "[lint]\nignore = [" + '"M001",' * 10_000 + "]\n")
    answer = ours.run("lint", "us.pact")
    assert (answer.code, "pact.toml: it is larger than 50 kB, too large for a settings file" in answer.err) == (2, True)
    ours.write("pact.toml", "[lint]\nignore = [" + '"M001",' * 6_000 + "]\n")
    assert read_settings((ours.path / "pact.toml").read_bytes(), "pact.toml").ignore == ("M001",)


def table(path: Path, columns: dict[str, pa.Array]) -> bytes:
    pq.write_table(pa.table(columns), path, compression="zstd")
    data = path.read_bytes()
    assert len(data) < 500_000
    return data


def often(text: str, count: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array([0] * count), pa.array([text]))


def test_a_few_bytes_that_stand_for_millions_of_rows(tmp_path: Path) -> None:
    nothing = pa.nulls(MOST_ROWS + 1, pa.string())
    data = table(tmp_path / "b.parquet", {"at": nothing, "type": nothing})
    assert "it has more than 2,000,000 rows" in read_log(data, "b.parquet").diagnostics[0].message


@pytest.mark.parametrize("day", ["2026-01-01", "2026-01-32"])
def test_a_text_that_stands_in_every_row(tmp_path: Path, day: str) -> None:
    count = 3_000  # of a hundred thousand characters: 300 MB
    columns = {"at": often(day, count), "type": often("test", count), "by": often("Ana", count), "note": often("x" * 100_000, count)}
    data = table(tmp_path / "b.parquet", columns)
    read = read_log(data, "b.parquet")
    assert read.entries == []
    assert "unpacked it is larger than 200 MB" in read.diagnostics[0].message


def test_tables_with_repeated_texts_are_read_as_before(tmp_path: Path) -> None:
    columns = {"at": ["2026-01-01", "2026-01-02", None], "type": ["test", "encounter", None], "by": ["Ana", "Ana;Ben", None]}
    plain = table(tmp_path / "p.parquet", {name: pa.array(cells[:2]) for name, cells in columns.items()})
    coded = table(tmp_path / "d.parquet", {name: pa.array(cells[:2]).dictionary_encode() for name, cells in columns.items()})
    assert [(one.type, one.by) for one in read_log(plain, "x.parquet").entries] == [("test", ("Ana",)), ("encounter", ("Ana", "Ben"))]
    assert read_log(plain, "x.parquet").entries == read_log(coded, "x.parquet").entries


FIRST, LAST = date(2026, 3, 1), date(2026, 4, 30)
MOMENTS = st.integers(-500, 200).map(lambda days: FIRST + timedelta(days=days))
RULES = st.sampled_from(
    [
        *("", "RRULE:FREQ=DAILY;COUNT=40", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"),
        *("RRULE:FREQ=MONTHLY;COUNT=14", "RRULE:FREQ=DAILY;BYDAY=SU;COUNT=20", "RRULE:FREQ=WEEKLY;UNTIL=20260315T000000Z"),
        *("RRULE:FREQ=YEARLY", "RDATE:20260410T100000Z", "RRULE:FREQ=DAILY;BYMONTH=4;COUNT=3", "RRULE:FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2"),
    ]
)
ENDS = st.sampled_from(["", "DURATION:PT30M", "DURATION:P3D"])


@st.composite
def events(draw: st.DrawFn) -> str:
    start = draw(MOMENTS)
    dated = draw(st.booleans())
    lines = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}" if dated else f"DTSTART:{start:%Y%m%d}T230000Z", draw(RULES) if not dated else ""]
    lines += [
        "" if dated else draw(ENDS),
        "DESCRIPTION:a\r\n  BEGIN:VEVENT\r\n b",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT5M",
        "END:VALARM",
    ]
    lines.append(draw(st.sampled_from(["", "STATUS:CANCELLED", "EXDATE:20260302T230000Z", "SUMMARY:a\r\n folded", "X-Y:z"])))
    return "\r\n".join(line for line in lines if line)


@settings(max_examples=40)
@given(st.lists(events(), max_size=4))
def test_what_is_left_out_unseen_could_not_have_mattered(parts: list[str]) -> None:
    body = "".join(f"BEGIN:VEVENT\r\nUID:e{number}\r\n{one}\r\nEND:VEVENT\r\n" for number, one in enumerate(parts))
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Ours\r\nBEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n{body}END:VCALENDAR\r\n".encode()
    with_all = read_calendar(data, date(2000, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
    seen = read_calendar(data, FIRST.toordinal(), LAST.toordinal())

    def of_the_dates(found: list[Occurrence]) -> list[Occurrence]:
        days = (FIRST - timedelta(days=1)).toordinal(), (LAST + timedelta(days=1)).toordinal()
        return [one for one in found if days[0] <= (one.first or one.start // 86400 + date(1970, 1, 1).toordinal()) <= days[1]]

    assert of_the_dates(seen.found) == of_the_dates(with_all.found)


def calendar(count: int, start: str, rule: str = "") -> bytes:
    lines = f"DTSTART:{start}T190000Z\r\nDURATION:PT1H\r\nSUMMARY:Check-in\r\n{rule}"
    events = "".join(f"BEGIN:VEVENT\r\nUID:e{number}\r\n{lines}END:VEVENT\r\n" for number in range(count))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


@pytest.mark.parametrize(
    ("count", "start", "rule"),
    [
        (201, "20260401", ""),
        (201, "20100401", "RRULE:FREQ=YEARLY\r\n"),  # any of them may lie on the dates, and all would be built
        (4, "20100401", "RRULE:FREQ=DAILY\r\n"),
        (10, "20100401", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE;WKST=SU\r\n"),
    ],
)
def test_more_events_than_anybody_has_are_told(monkeypatch: pytest.MonkeyPatch, count: int, start: str, rule: str) -> None:
    monkeypatch.setattr("pactlang.calendars.reading.events.MOST", 200)
    with pytest.raises(CalendarError, match="more than 20,000 events lie in that time"):
        read_calendar(calendar(count, start, rule), date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal())


@pytest.mark.parametrize("data", [b"END:VEVENT\n", b"BEGIN:VCALENDAR\n", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", b"BEGIN:VCALENDAR\na\n b\n"])
def test_parts_that_do_not_fit_together_are_told(data: bytes) -> None:
    with pytest.raises(CalendarError):
        read_calendar(data, FIRST.toordinal(), LAST.toordinal())


def test_a_rule_without_an_end_is_followed_for_so_many_dates() -> None:
    never = b"DTSTART:19000101T000000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9\r\nSUMMARY:x\r\n"
    data = b"BEGIN:VCALENDAR\r\n" + (b"BEGIN:VEVENT\r\n" + never + b"END:VEVENT\r\n") * 80 + b"END:VCALENDAR\r\n"
    read = read_calendar(data, FIRST.toordinal(), LAST.toordinal())
    assert read.found == []
    assert any("take too long to work out" in told.reason or "the same as" in told.reason for told in read.left)


def test_settings_that_are_no_file_are_told(ours: Folder) -> None:  # noqa: F811
    os.mkfifo(ours.path / "pact.toml")
    answer = ours.run("lint", "us.pact")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "pact.toml cannot be read: it is not an ordinary file" in answer.err


@pytest.mark.parametrize("line", ["nonsense", "    loose", "2026-01-02  test by", "\x07"])
def test_a_log_of_faults_is_not_read_to_its_end(line: str) -> None:
    read = read_log(f"{line}\n" * 12_000, "us.pactlog")
    assert len(read.diagnostics) == 10_001
    assert "After 10,000 faults, the rest of this file was not looked at." in {one.message for one in read.diagnostics[-2:]}
    shown = diagnostics_text(read.diagnostics)
    assert shown.count("us.pactlog:") in (100, 101)
    assert "more places of this kind in us.pactlog" in shown


@pytest.mark.parametrize("line", ["    x", "x", "\tx", "\x07"])
def test_an_agreement_of_faults_is_not_read_to_its_end(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactlang.language.parse.MOST_FAULTS", 1_000)
    found = parse(SourceFile("us.pact", "cap e\n" + f"{line}\n" * 3_000)).diagnostics
    assert len(found) == 1_001
    assert sum(one.message == "After 1,000 faults, the rest of this file was not looked at." for one in found) == 1


def test_to_hash_a_place_looks_at_no_line() -> None:
    """Faults are kept in sets: of a long text, each would be as much work as the whole text."""
    source = SourceFile("us.pact", "cap e\n")
    force_setattr(source, "_starts", [0])  # which has no hash
    assert hash(source.span(0, 3)) == hash(SourceFile("us.pact", "cap e\n").span(0, 3))


@pytest.mark.parametrize("part", ['""', "a ", ", "])
def test_a_line_of_a_log_with_more_words_than_anyone_writes(part: str) -> None:
    (only,) = read_log(f"2026-01-02  test by Ana {part * 12_000}\n", "us.pactlog").diagnostics
    assert only.message == "This line has more than 10,000 words and commas."


def test_a_log_of_more_lines_than_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactlang.log.read.MOST_LINES", 1_000)
    assert [one.message for one in read_log("\n" * 1_001, "us.pactlog").diagnostics] == ["This log has more than 0 million lines."]
    assert read_log("\n" * 1_000, "us.pactlog").diagnostics == []


def test_of_many_equal_entries_few_are_told_and_the_others_counted() -> None:
    read = validate(read_log("2026-01-02  test by Ana\n" * 1_000, "us.pactlog"), Known(parties=frozenset({"Ana"})))
    told = [one for one in read.diagnostics if one.code == "E149"]
    assert (len(told), told[-1].message.endswith("they count as one. So do 996 more.")) == (3, True), read.diagnostics[:2]
