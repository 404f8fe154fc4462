"""Writing into a log: nothing lost, nothing torn, whoever else writes and whenever it stops."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.day.append import NotWrittenError, add, keep_lines, take_back
from pactlang.day.old import lines_before
from pactlang.log.entry import Entry
from pactlang.log.read import read_log

WRITER = """
import sys
from pathlib import Path
from pactlang.day.append import add
from pactlang.log.entry import Entry
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    add(path, Entry("test", 739871 + number, by=("Ana",), id=f"{name}{number}", note="One line.\\nAnother."))
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(count)])


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    log = tmp_path / "us.pactlog"
    writers = [writer(log, name, 60) for name in "abcdefgh"]
    assert [one.wait() for one in writers] == [0] * 8
    read = read_log(log.read_bytes(), "us.pactlog")
    assert read.diagnostics == []
    assert sorted(str(entry.id) for entry in read.entries) == sorted(f"{name}{number}" for name in "abcdefgh" for number in range(60))
    assert {entry.note for entry in read.entries} == {"One line.\nAnother."}
    for name in "abcdefgh":
        own = [entry.id for entry in read.entries if str(entry.id).startswith(name)]
        assert own == [f"{name}{number}" for number in range(60)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_writer_leaves_whole_entries(tmp_path: Path) -> None:
    log = tmp_path / "us.pactlog"
    rng = random.Random(5)
    for round_ in range(12):
        one = writer(log, f"r{round_}n", 100_000)
        while not log.exists() or b"r%dn0" % round_ not in log.read_bytes():
            assert one.poll() is None
            time.sleep(0.005)
        time.sleep(rng.random() / 20)
        os.kill(one.pid, signal.SIGKILL)
        one.wait()
        read = read_log(log.read_bytes(), "us.pactlog")
        assert read.diagnostics == []
        own = [entry for entry in read.entries if str(entry.id).startswith(f"r{round_}n")]
        assert [entry.id for entry in own] == [f"r{round_}n{number}" for number in range(len(own))]
        assert all(entry.note == "One line.\nAnother." for entry in own)
    # What a killed writer began stands in no one's way.
    add(log, Entry("test", 739871, by=("Ben",)))


@pytest.mark.parametrize("before", [b"", b"2026-09-08  test by Ana\n", b"2026-09-08  test by Ana", b"2026-09-08  test by Ana\r\n"])
def test_what_was_written_can_be_taken_back(tmp_path: Path, before: bytes) -> None:
    log = tmp_path / "us.pactlog"
    log.write_bytes(before)
    written = add(log, Entry("test", 739871, by=("Ben",), note="Quick."))
    assert len(read_log(log.read_bytes(), "us.pactlog").entries) == (2 if before else 1)
    assert (b"\r\n" in log.read_bytes()) == (b"\r\n" in before)
    later = add(log, Entry("test", 739872, by=("Ana",)))
    assert "test by Ben" in take_back(log, written)
    with pytest.raises(NotWrittenError):
        take_back(log, later)  # it does not stand where it stood
    assert [entry.by for entry in read_log(log.read_bytes(), "us.pactlog").entries][-1] == ("Ana",)


def test_a_new_log_is_its_owners_alone(tmp_path: Path) -> None:
    add(tmp_path / "us.pactlog", Entry("test", 739871, by=("Ben",)))
    assert (tmp_path / "us.pactlog").stat().st_mode & 0o777 == 0o600


def test_json_lines_stay_json_lines(tmp_path: Path) -> None:
    log = tmp_path / "us.jsonl"
    add(log, Entry("test", 739871, by=("Ben",), note="Ä\nB"))
    add(log, Entry("test", 739872, by=("Ana",)))
    read = read_log(log.read_bytes(), "us.jsonl")
    assert [(entry.by, entry.note) for entry in read.entries] == [(("Ben",), "Ä\nB"), (("Ana",), "")]


def test_a_table_is_left_alone(tmp_path: Path) -> None:
    log = tmp_path / "us.csv"
    log.write_text("at,type,by\n")
    with pytest.raises(NotWrittenError):
        add(log, Entry("test", 739871, by=("Ben",)))
    assert log.read_text() == "at,type,by\n"


LINES = st.lists(
    st.sampled_from(
        ["2026-01-02  test by Ana", "2026-03-05 20:00 to 2026-03-06 01:00  encounter by Ana with dana", "    a note", "", "# a comment"]
    ),
    max_size=12,
)


@given(LINES, st.integers(1, 12))
def test_forgetting_takes_old_entries_and_nothing_else(lines: list[str], month: int) -> None:
    text = "".join(f"{line}\n" for line in lines)
    day = 739616 + 31 * month  # days of 2026
    old = lines_before(text.encode(), "us.pactlog", day)
    left = "".join(f"{line}\n" for number, line in enumerate(lines, 1) if number not in old.lines)
    before, after = read_log(text, "us.pactlog").entries, read_log(left, "us.pactlog").entries
    kept = [entry for entry in before if (entry.end_day or entry.day) >= day]
    assert [(entry.day, entry.type, entry.note) for entry in after] == [(entry.day, entry.type, entry.note) for entry in kept]
    assert left.count("# a comment") == text.count("# a comment")


def test_later_entries_about_a_forgotten_one_go_with_it() -> None:
    lines = [
        "2026-01-02 20:00  encounter by Ana with dana as e1",
        "2026-02-03  disclosure by Ana to Ben about e1 as d1",
        "    Late, and said so.",
        "2026-02-04  confirm d1 by Ben",
        "2026-02-05  test by Ben",
    ]
    old = lines_before("\n".join(lines).encode(), "us.pactlog", 739648)  # 1 February 2026
    assert (sorted(old.lines), old.entries, old.about_them) == ([1, 2, 3, 4], 1, 2)


def test_what_names_a_forgotten_breach_goes_with_it() -> None:
    lines = [
        "2026-01-02 20:00  encounter by Ana with dana as e1",
        "2026-02-01  waive evenings of e1 by Ben",  # names the entry
        "2026-02-02  waive check-in@2026-01-31 by Ben",  # a finding of the day before
        "2026-02-02  waive check-in@2026-01-25#2 by Ben",
        "2026-02-03  waive check-in@2026-02-01 by Ben",  # and one of that day, which stays
        "2026-02-04  waive evenings of e2 by Ben",
    ]
    old = lines_before("\n".join(lines).encode(), "us.pactlog", 739648)  # 1 February 2026
    assert (sorted(old.lines), old.entries, old.about_them) == ([1, 2, 3, 4], 1, 3)


def test_a_log_that_changed_meanwhile_is_not_cut(tmp_path: Path) -> None:
    log = tmp_path / "us.pactlog"
    log.write_bytes(b"2026-09-08  test by Ana\n")

    def drop(now: bytes) -> Callable[[int], bool]:
        raise NotWrittenError("It is another text now.")

    with pytest.raises(NotWrittenError):
        keep_lines(log, drop)
    assert log.read_bytes() == b"2026-09-08  test by Ana\n"
