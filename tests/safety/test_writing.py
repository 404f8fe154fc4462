"""Whatever fails while a file is written, and wherever: it is the old one or the new one, whole, and nobody else could read it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import pactlang
from pactlang import swap, writing
from pactlang.writing import ChangedMeanwhileError, NotWrittenError, change_file, write_file
from tests.safety.conftest import Ask
from tests.safety.failing import DIED

Save = Callable[[Path, bytes], object]
Prepare = Callable[[Path, str], tuple[Path, list[str]]]
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
RULES = 'title is "Check-in" -> check-in by Ana and Ben\n'
AS_OF = ["--as-of", "2026-03-01"]
MANY = json.dumps({"agreement": "a", "text": PACT, "at": "2026-01-10", "type": "encounter", "by": ["Ana"]}) + "\n"


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


FIX = ["lint", "--unsafe-fixes", "--select", "M008", *AS_OF]
MORE = PACT + '\npromise kind\n    "We are kind to each other."\n'
MINE, THEIRS = PACT.replace("every week", "every 2 weeks"), PACT.replace("at most 4", "at most 3")
COMMANDS: dict[str, tuple[str, list[str], str]] = {
    # what is written, the call, and what stands there before
    "new": ("begun/us.pact", ["new", "begun", "--from", "2026-01-05", "--zone", "Europe/Berlin"], ""),
    "log": ("us.pactlog", ["log", "--yes", *AS_OF, "test by Ana on 2026-02-20"], LOG),
    "log, the first entry": ("us.pactlog", ["log", "--yes", *AS_OF, "test by Ana on 2026-02-20"], ""),
    "log --undo": ("us.pactlog", ["log", "--undo"], LOG),
    "log --forget": ("us.pactlog", ["log", "--yes", "--forget", "2026-02-01"], LOG),
    "import": ("us.pactlog", ["import", "shared.ics", "--map", "rules.txt", "--yes", *AS_OF], LOG),
    "fix": ("us.pact", ["fix", "--all"], PACT.replace("at most 4", "max 4")),
    "fmt": ("us.pact", ["fmt"], PACT.replace("    at most", "  at most")),
    "lint --fix": ("us.pact", FIX, PACT),
    "lint --write-baseline": ("known.json", ["lint", "--select", "M", "--write-baseline", "known.json", *AS_OF], ""),
    "sign": ("us.pact", ["sign", "--as", "Ana", "--on", "2026-01-01"], PACT),
    "sign --key": ("us.pact.ana.sig", ["sign", "--as", "Ana", "--on", "2026-01-01", "--key", "key"], ""),
    "diff --accept": ("new.accepted", ["diff", "us.pact", "new.pact", "--accept", "{mark}", "--reason", "we talked"], ""),
    "export": ("r.ics", ["export", "-o", "r.ics", *AS_OF], ""),
    "report": ("r.html", ["report", "-o", "r.html", *AS_OF], ""),
    "fleet": ("found.jsonl", ["fleet", "many.jsonl", "--out", "found.jsonl", "--cores", "1", *AS_OF], ""),
    "git install": (".gitattributes", ["git", "install"], ""),
    "git install, the hook": (".git/hooks/pre-commit", ["git", "install"], ""),
    "git uninstall": (".gitattributes", ["git", "uninstall"], "*.txt text\n"),
    "git merge-driver": ("ours", ["git", "merge-driver", "--", "us.pact", "ours", "theirs", "us.pact"], MINE),
    "git merge-driver, by lines": ("ours", ["git", "merge-driver", "--", "us.pact", "ours", "theirs", "us.pact"], MINE + "what\n"),
}
WRITERS = {  # every module that writes, with one of the calls above that go through it
    "cli/export.py": "export",
    "cli/fix.py": "fix",
    "cli/fmt.py": "fmt",
    "cli/mending.py": "lint --fix",
    "cli/new.py": "new",
    "cli/own_file.py": "report",
    "cli/sign.py": "sign",
    "day/append.py": "log",
    "day/session.py": "log",
    "diff/texts.py": "diff --accept",
    "history/driver.py": "git merge-driver",
    "fleet/run.py": "fleet",
    "fleet/spark.py": "fleet",
    "history/install.py": "git install",
}
# What else changes a disk: tables of the package as it is built, folders, and taking away whole files of ours.
ELSEWHERE = {
    *("later.py", "lint/frames.py", "resolve/vocabularies.py", "language/tables.py"),
    *("cli/new.py", "day/session.py", "history/install.py"),
}


def test_every_writer_is_called() -> None:
    package = Path(pactlang.__file__).parent
    texts = {file.relative_to(package).as_posix(): file.read_text(encoding="utf-8") for file in package.rglob("*.py")}
    writers = {
        name
        for name, text in texts.items()
        if re.search(r"^ *from pactlang\.(writing import .*(change|write)_file|parts import in_parts)", text, re.M)
    }
    assert writers == set(WRITERS), "name each in WRITERS, with a call that writes through it"
    assert set(WRITERS.values()) <= set(COMMANDS)
    other = re.compile(r"\.(write_text|write_bytes|mkdir|unlink|touch|rmdir|symlink_to)\(|os\.(replace|rename|link)\(|shutil\.(copy|move)")
    assert {name for name, text in texts.items() if other.search(text) and name not in ("parts.py", "writing.py")} == ELSEWHERE


@pytest.fixture(scope="module")
def prepared(ask: Ask, tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """Makes the folder in which a call is made; gives the file that it writes, and the call."""
    kept = tmp_path_factory.mktemp("kept")
    subprocess.run(["git", "init", "-q", str(kept / "git")], check=True)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(kept / "key")], check=True)

    def prepare(folder: Path, name: str) -> tuple[Path, list[str]]:
        target, call, before = COMMANDS[name]
        shutil.copytree(kept / "git", folder) if name.startswith(("git i", "git u")) else folder.mkdir()
        files = {
            "us.pact": PACT,
            "us.pactlog": LOG,
            "shared.ics": CALENDAR,
            "rules.txt": 'title is "Check-in" -> check-in by Ana and Ben\n',
            "many.jsonl": MANY,
        }
        files |= {"new.pact": MORE, "theirs": THEIRS} if name.startswith(("diff", "git m")) else {}
        for file, text in (files | {target: before}).items():
            if text:
                (folder / file).write_text(text)
        if name == "log --undo":
            assert ask(folder=str(folder), arguments=COMMANDS["log"][1], name="")[0] == 0
        if name == "git uninstall":
            assert ask(folder=str(folder), arguments=["git", "install"], name="")[0] == 0
        if name == "sign --key":
            shutil.copy(kept / "key", folder)
        if name == "diff --accept":
            if not (kept / "mark").exists():
                said = ask(folder=str(folder), arguments=["diff", "us.pact", "new.pact", "--format", "json"], name="")[1]
                (kept / "mark").write_text(json.loads(said)["changes"][0]["fingerprint"])
            call = [part.format(mark=(kept / "mark").read_text()) for part in call]
        return folder / target, call

    return prepare


def read(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_is_full_is_told_and_nothing_is_written(tmp_path: Path, ask: Ask, prepared: Prepare, name: str) -> None:
    for failing in ("open", "write", "replace"):
        folder = tmp_path / failing
        target, call = prepared(folder, name)
        before = read(target)
        code, _, err = ask(folder=str(folder), arguments=call, name=failing)
        # What git calls has a code of its own for this. What is written first is what fails.
        assert code == (129 if "merge-driver" in call else 2)
        assert re.fullmatch(r"pact: \S+ cannot be written: No space left on device", err.splitlines()[-1])
        assert read(target) == before
        assert [path.name for path in folder.rglob("*.tmp")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_death_at_any_change_leaves_a_whole_file_and_a_way_on(tmp_path: Path, ask: Ask, prepared: Prepare, name: str) -> None:
    whole, call = prepared(tmp_path / "whole", name)
    before = read(whole)
    wanted = ask(folder=str(tmp_path / "whole"), arguments=call, name="")[0]
    assert wanted in (0, 1)
    after = read(whole)
    assert after != before
    for dies in range(1, 40):
        folder = tmp_path / str(dies)
        target, call = prepared(folder, name)
        code = ask(folder=str(folder), arguments=call, name="", dies=dies)[0]
        assert read(target) in (before, after), dies
        if code == wanted:
            assert dies > 6, "there are more changes than that in writing a file"
            break
        assert code == DIED
        stands = read(target)
        again = ask(folder=str(folder), arguments=call, name="")
        if dies % 2 or (name.startswith(("new", "log", "import", "git m")) and stands == after):
            continue  # half of them will do; and what was written is not done once more, or cannot be taken back any more
        assert again[0] in (0, 1), (dies, again)
        assert read(target) == after, dies
        assert target.stat().st_mode == whole.stat().st_mode
        assert {path.name for path in folder.rglob("*.tmp")} == set()
    else:
        pytest.fail("it never came to an end")


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

    with pytest.raises(NotWrittenError, match="keeps being changed by someone else"):
        change_file(file, changed)
    assert file.read_bytes() == b"%d\n" % number
    with pytest.raises(ChangedMeanwhileError):
        write_file(file, b"ours\n", was=b"what was read\n")
    with pytest.raises(ChangedMeanwhileError):
        write_file(file, b"ours\n", was=None)


def save_in_place(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def save_by_a_new_file(file: Path, data: bytes) -> None:
    new = file.with_name("editor~")
    new.write_bytes(data)
    new.replace(file)


def save_without_the_old(file: Path, data: bytes) -> None:
    file.unlink()
    file.write_bytes(data)


SAVES = [save_in_place, save_by_a_new_file, save_without_the_old]


@pytest.mark.parametrize("save", SAVES)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_save_in_the_last_moment_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Save, times: int) -> None:
    """After the last look, and while what was saved goes back: the newest save is what the change is made on."""
    file = tmp_path / "us.pactlog"
    file.write_bytes(b"one\n")
    saves = [b"one, corrected %d times\n" % (number + 1) for number in range(times)]
    newest = saves[-1]

    def meanwhile(new: str, old: str) -> bool:
        if saves:
            save(file, saves.pop(0))
        return swap.exchange(new, old)

    monkeypatch.setattr(writing, "exchange", meanwhile)
    with suppress(ChangedMeanwhileError):
        write_file(file, b"one, by us\n", was=b"one\n")
    while saves:
        change_file(file, lambda data: (data or b"") + b"two\n")
        assert file.read_bytes() == newest + b"two\n" or saves
    assert file.read_bytes() in (newest, newest + b"two\n")
    assert [path.name for path in tmp_path.iterdir()] == ["us.pactlog"]


@pytest.mark.parametrize("newer", SAVES)
@pytest.mark.parametrize("save", [save_in_place, save_by_a_new_file])
def test_the_newest_of_two_saves_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Save, newer: Save) -> None:
    """One right before the files trade places, one right before they do so again."""
    file = tmp_path / "us.pactlog"
    file.write_bytes(b"one\n")
    saves = [(save, b"first\n"), (newer, b"newest\n")]

    def meanwhile(new: str, old: str) -> bool:
        if saves:
            how, data = saves.pop(0)
            how(file, data)
        return swap.exchange(new, old)

    monkeypatch.setattr(writing, "exchange", meanwhile)
    with pytest.raises(ChangedMeanwhileError):
        write_file(file, b"ours\n", was=b"one\n")
    assert not saves
    assert file.read_bytes() == b"newest\n"
    assert [path.name for path in tmp_path.iterdir()] == ["us.pactlog"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that ends between two steps is a fork of this one")
@pytest.mark.parametrize("save", [None, *SAVES[:2]])
@pytest.mark.parametrize("since", [None, b"four\n"])
def test_a_save_beside_which_we_died_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Save | None, since: bytes | None
) -> None:
    """It goes back; if the file went on meanwhile, it gets a name that they see. What was there before is no save."""
    file = tmp_path / "us.pactlog"
    file.write_bytes(b"one\n")
    saved = b"one, corrected\n"

    def died(new: str, old: str) -> bool:
        if save:
            save(file, saved)
        swap.exchange(new, old)
        os._exit(0)

    if not (child := os.fork()):
        monkeypatch.setattr(writing, "exchange", died)
        write_file(file, b"ours\n", was=b"one\n")
    os.waitpid(child, 0)
    assert file.read_bytes() == b"ours\n"
    if since:
        save_by_a_new_file(file, since)
    (tmp_path / "us.pactlog.saved").write_bytes(b"of another time\n")
    monkeypatch.setattr(writing, "KEPT", [])
    change_file(file, lambda data: (data or b"") + b"two\n")
    assert file.read_bytes() == (since or (saved if save else b"ours\n")) + b"two\n"
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path != file}
    aside = {"us.pactlog.saved-2": saved} if since and save else {}
    assert kept == {"us.pactlog.saved": b"of another time\n", **aside}
    assert [str(tmp_path / name) for name in aside] == writing.KEPT


def test_a_file_made_in_the_last_moment_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "us.pactlog"

    def meanwhile(new: str, free: str) -> bool:
        if not file.exists():
            file.write_bytes(b"theirs\n")
        return swap.place(new, free)

    monkeypatch.setattr(writing, "place", meanwhile)
    change_file(file, lambda data: (data or b"") + b"ours\n")
    assert file.read_bytes() == b"theirs\nours\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says whether somebody is writing to a file")
def test_who_is_in_the_middle_of_saving_is_left_to_finish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that has emptied the file, and writes it after we have read it empty."""
    file = tmp_path / "us.pactlog"
    file.write_bytes(b"one\n")
    editor = file.open("wb")
    looked = []

    def meanwhile(path: str) -> bool:
        looked.append(swap.being_written(path))
        if not editor.closed:
            editor.write(b"one, corrected\n")
            editor.close()
        return looked[-1]

    monkeypatch.setattr(writing, "being_written", meanwhile)
    change_file(file, lambda data: (data or b"") + b"two\n")
    assert file.read_bytes() == b"one, corrected\ntwo\n"
    assert looked == [True, False]


def test_a_drive_on_which_files_cannot_trade_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_call", lambda: None)
    for text in (b"one\n", b"one\ntwo\n"):
        change_file(tmp_path / "us.pactlog", lambda _, text=text: text)
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("us.pactlog", text)]


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
