"""Whatever fails while a file is written, and wherever: it is the old one or the new one, whole, and nobody else could read it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from pactlang.writing import ChangedMeanwhileError, NotWrittenError, change_file, write_file
from tests.safety.conftest import Ask
from tests.safety.failing import DIED

PACT = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

person dana "Dana"

check-in
    check-in by everyone every week on Sunday at 19:00

cap evenings
    at most 4 encounters per month by Ana
"""
LOG = "2026-01-10 19:00  encounter by Ana with dana as e1\n2026-02-11  test by Ben\n"
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260201T100000Z\r\nSUMMARY:Check-in\r\n"
CALENDAR += "END:VEVENT\r\nEND:VCALENDAR\r\n"
AS_OF = ["--as-of", "2026-03-01"]


@pytest.mark.parametrize("how", ["die", "fail"])
@pytest.mark.parametrize("before", [None, b"old\n"])
def test_at_every_call_the_file_is_old_or_new(tmp_path: Path, ask: Ask, how: str, before: bytes | None) -> None:
    for at in range(1, 100):
        folder = tmp_path / str(at)
        folder.mkdir()
        file = folder / "us.pactlog"
        if before is not None:
            file.write_bytes(before)
            file.chmod(0o600)
        code = ask(file=str(file), at=at, how=how)
        stands = file.read_bytes() if file.exists() else None
        assert stands in (before, (before or b"") + b"new\n"), at
        # The file, its lock, and what was being written: nobody else could read any of it, whatever files are open to by default.
        assert {path.name: path.stat().st_mode & 0o077 for path in folder.iterdir() if path.stat().st_mode & 0o077} == {}
        if code == 3:
            assert at > 8, "there are more calls than that in writing a file"
            break
        assert (code == DIED) if how == "die" else (stands == before) == (code == 2), at
        # The next writer clears what is left.
        change_file(file, lambda data: (data or b"") + b"next\n", private=True)
        assert [path.name for path in folder.iterdir()] == ["us.pactlog"]
        assert file.read_bytes() == (stands or b"") + b"next\n"
    else:
        pytest.fail("it never came to an end")


COMMANDS: dict[str, tuple[str, list[str], str]] = {
    # what is written, the call, and what stands there before
    "log": ("us.pactlog", ["log", "--yes", *AS_OF, "test by Ana on 2026-02-20"], LOG),
    "log, the first entry": ("us.pactlog", ["log", "--yes", *AS_OF, "test by Ana on 2026-02-20"], ""),
    "log --forget": ("us.pactlog", ["log", "--yes", "--forget", "2026-02-01"], LOG),
    "import": ("us.pactlog", ["import", "shared.ics", "--map", "rules.txt", "--yes", *AS_OF], LOG),
    "fmt": ("us.pact", ["fmt"], PACT.replace("    at most", "  at most")),
    "lint --fix": ("us.pact", ["lint", "--unsafe-fixes", "--select", "M008", *AS_OF], PACT),
    "lint --write-baseline": ("known.json", ["lint", "--select", "M", "--write-baseline", "known.json", *AS_OF], ""),
    "sign": ("us.pact", ["sign", "--as", "Ana", "--on", "2026-01-01"], PACT),
    "export": ("r.ics", ["export", "-o", "r.ics", *AS_OF], ""),
    "report": ("r.html", ["report", "-o", "r.html", *AS_OF], ""),
}


def prepared(folder: Path, name: str) -> Path:
    folder.mkdir()
    target, _, before = COMMANDS[name]
    files = {"us.pact": PACT, "us.pactlog": LOG, "shared.ics": CALENDAR, "rules.txt": 'title is "Check-in" -> check-in by Ana and Ben\n'}
    files[target] = before
    for file, text in files.items():
        if text:
            (folder / file).write_text(text)
    return folder / target


@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_is_full_is_told_and_nothing_is_written(tmp_path: Path, ask: Ask, name: str) -> None:
    for call in ("open", "write", "replace"):
        folder = tmp_path / call
        target = prepared(folder, name)
        before = target.read_bytes() if target.exists() else None
        code, _, err = ask(folder=str(folder), arguments=COMMANDS[name][1], name=call)
        assert (code, err.splitlines()[-1:]) == (2, [f"pact: {target.name} cannot be written: No space left on device"])
        assert (target.read_bytes() if target.exists() else None) == before
        assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []
    folder = tmp_path / "enough"
    target = prepared(folder, name)
    assert ask(folder=str(folder), arguments=COMMANDS[name][1], name="")[0] in (0, 1)
    assert target.read_bytes() != before


def test_what_somebody_saves_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "us.pactlog"
    file.write_bytes(b"one\n")
    saves = [b"one, corrected\n", b"one, corrected twice\n"]

    def changed(data: bytes | None) -> bytes:
        if saves:
            file.write_bytes(saves.pop(0))
        return (data or b"") + b"two\n"

    change_file(file, changed)
    assert file.read_bytes() == b"one, corrected twice\ntwo\n"


def test_who_never_stops_saving_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "us.pactlog"
    number = 0

    def changed(data: bytes | None) -> bytes:
        nonlocal number
        number += 1
        file.write_bytes(b"%d\n" % number)
        return b"ours\n"

    with pytest.raises(NotWrittenError, match="all the time"):
        change_file(file, changed)
    assert file.read_bytes() == b"%d\n" % number
    with pytest.raises(ChangedMeanwhileError):
        write_file(file, b"ours\n", was=b"what was read\n")
    with pytest.raises(ChangedMeanwhileError):
        write_file(file, b"ours\n", was=None)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_of_a_file_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "us.pact"
    file.write_bytes(b"one\n")
    file.chmod(mode)
    (tmp_path / "link.pact").symlink_to("us.pact")
    change_file(tmp_path / "link.pact", lambda _: b"two\n", private=True)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two\n", mode)
    assert (tmp_path / "link.pact").is_symlink()


@pytest.mark.parametrize("name", ["x" * 250, "ä" * 120, "-rf", "a\nb", "a\\b", "\udcff"])
def test_any_name_that_a_file_can_have(tmp_path: Path, name: str) -> None:
    change_file(tmp_path / name, lambda _: b"one\n")
    change_file(tmp_path / name, lambda data: (data or b"") + b"two\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"one\ntwo\n"


def test_a_link_in_the_place_of_the_new_bytes_is_not_followed(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"theirs\n")
    for name in (".us.pactlog.00000000.tmp", ".us.pactlog.lock"):
        (tmp_path / name).symlink_to(theirs)
        with suppress(NotWrittenError):
            change_file(tmp_path / "us.pactlog", lambda data: (data or b"") + b"one\n")
        (tmp_path / name).unlink(missing_ok=True)
    assert theirs.read_bytes() == b"theirs\n"


def test_a_drive_without_locks_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from pactlang import writing

    def none(handle: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(writing, "_lock", none)
    monkeypatch.setattr(writing, "UNLOCKED", [])
    beside = tmp_path / ".us.pactlog.0a1b2c3d.tmp"
    beside.write_bytes(b"what another one is writing just now")
    change_file(tmp_path / "us.pactlog", lambda _: b"one\n")
    assert (tmp_path / "us.pactlog").read_bytes() == b"one\n"
    assert [str(tmp_path / "us.pactlog")] == writing.UNLOCKED
    assert beside.exists()
