"""`pact export`, from the outside."""

from __future__ import annotations

import stat
import subprocess
import time

import pytest

from tests.cli.running import COMMAND, Folder, interrupted

AS_OF = ("--as-of", "2026-10-05")


def test_it_writes_and_brings_up_to_date(ours: Folder) -> None:
    first = ours.run("export", *AS_OF)
    file = ours.path / "reminders.ics"
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("reminders.ics: ")
    assert "Titles say no more than 'Check-in' or 'Reminder'." in first.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    written = file.read_bytes()
    again = ours.run("export", *AS_OF)
    assert "as before" in again.out
    assert "new" not in again.out
    assert file.read_bytes() == written


def test_standard_output_is_the_calendar_alone(ours: Folder) -> None:
    ours.run("export", *AS_OF, "-o", "a.ics")
    answer = ours.run("export", *AS_OF, "-o", "-")
    assert answer.code == 0
    assert answer.out.encode() == (ours.path / "a.ics").read_bytes()


def test_full_titles_come_with_a_warning(ours: Folder) -> None:
    assert "use the words of your agreement" in ours.run("export", *AS_OF, "--titles", "full").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "nothing"), "there is no clause nothing"),
        (("--for", "Cleo"), "Cleo is not a party"),
        (("--horizon", "later"), "not a valid length of time"),
        (("--prune-before", "then"), "not a valid date"),
        (("-o", "reminders.txt"), "must end in .ics"),
        (("-o", "none/reminders.ics"), "cannot be written"),
        (("--watch", "-o", "-"), "--watch works only with files"),
        (("--caldav", "http://example.org/ana/"), "use https://"),
    ],
)
def test_a_wrong_call_writes_nothing(ours: Folder, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(path.name for path in ours.path.iterdir())
    answer = ours.run("export", *AS_OF, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert sorted(path.name for path in ours.path.iterdir()) == before


def test_a_calendar_of_somebody_else_stays(ours: Folder) -> None:
    theirs = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n"
    ours.write("theirs.ics", theirs)
    answer = ours.run("export", *AS_OF, "-o", "theirs.ics")
    assert answer.code == 2
    assert "theirs.ics was not written by this command" in answer.err
    assert (ours.path / "theirs.ics").read_bytes() == theirs


def test_it_watches(ours: Folder) -> None:
    call = [*COMMAND, "export", *AS_OF, "--watch"]
    process = subprocess.Popen(call, cwd=ours.path, env=ours.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    file, log = ours.path / "reminders.ics", ours.path / "log.pactlog"

    def wait_for(other_than: bytes) -> bytes:
        for _ in range(600):
            now = file.read_bytes() if file.exists() else b""
            if now != other_than:
                return now
            assert process.poll() is None
            time.sleep(0.05)
        raise AssertionError("nothing was written")

    try:
        first = wait_for(b"")
        log.write_text(log.read_text(encoding="utf-8") + "2026-10-04  nonsense by Ana\n", encoding="utf-8")
        assert process.stderr is not None
        assert process.stderr.readline() != ""
        assert file.read_bytes() == first
        log.write_text(log.read_text(encoding="utf-8").replace("nonsense", "test"), encoding="utf-8")
        wait_for(first)
    finally:
        _, err = interrupted(process)
    assert process.returncode == 0
    assert "Traceback" not in err
