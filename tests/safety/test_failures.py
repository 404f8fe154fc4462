"""A failure never looks like a finding: it is one line and exit code 2, whatever the process was started with."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import pactlang
from pactlang.cli.process import run_safely
from tests.safety.conftest import Ask
from tests.safety.failing import WORLDS
from tests.safety.options import LONG, filled
from tests.safety.options import lacking as options_lacking
from tests.safety.registry import lacking
from tests.safety.test_writing import CALENDAR, LOG, MANY, PACT, RULES

NOW = ["--as-of", "2026-03-01"]
PLAIN = PACT.replace("    time zone Europe/Berlin\n", "")  # the zone is the machine's
# The call, and its exit code where all is well.
CALLS: list[tuple[list[str], int]] = [
    (["--version"], 0),
    (["--help"], 0),
    (["new", "begun", "--zone", "UTC"], 0),
    (["new", "--list"], 0),
    (["check", *NOW], 1),
    (["check", *NOW, "--format", "json"], 1),
    (["status"], 0),
    (["why", *NOW, "check-in@2026-01-11"], 0),
    (["may", *NOW, "encounter by Ana with dana"], 0),
    (["log", "--yes", *NOW, "test by Ana on 2026-02-20"], 0),
    (["log", "--yes", "--forget", "2026-01-11"], 0),
    (["lint", "--select", "M008"], 0),
    (["fmt", "--check"], 0),
    (["sign", "--as", "Ana"], 0),
    (["sign", "--as", "Ben", "--on", "2026-01-01"], 0),
    (["verify"], 1),
    (["diff", "us.pact", "us.pact"], 0),
    (["export", "-o", "r.ics"], 0),
    (["report", "-o", "r.html", *NOW], 0),
    (["rule", "M001"], 0),
    (["doctor"], 0),
    (["fleet", "many.jsonl", "-o", "f.jsonl", "--cores", "1", *NOW], 1),
    (["history"], 2),
    (["fix"], 0),
    (["explain", "evenings"], 0),
    (["test"], 0),
    (["repair", *NOW, "check-in@2026-01-11"], 0),
    (["sheet", "check-in", *NOW], 0),
    (["import", "shared.ics", "--map", "rules.txt", "--yes", *NOW], 0),
    (["days", "--country", "DE", "--years", "2026"], 0),
    (["rules"], 0),
    (["git", "install"], 2),
    (["git", "uninstall"], 2),
    (["git", "textconv", "us.pact"], 0),
    (["git", "diff-driver", "us.pact", "us.pact", "0", "100644", "us.pact", "0", "100644"], 0),
    (["git", "merge-driver", "us.pact", "ours.merge", "us.pact"], 0),
    (["git", "merge-driver", "--log", "us.pactlog", "ours.log", "us.pactlog"], 0),
    (["git", "hook", "us.pact"], 0),
    (["--completion", "fish"], 0),
    (["lsp"], 0),
    (["check", "-", *NOW], 1),
    (["nothing"], 2),
]
QUIET = ("all three are closed", "standard error is closed", "standard error is full")
READ = (["check", "-"], ["lsp"])  # from standard input
# These write first and then say so, or have nothing to say.
FIRST = {"report", "sign", "export", "new", "import", "fix", "fleet", "merge-driver", "hook", "lsp"}
SILENT = {"--diff", "--due"}  # nothing to say is an answer of theirs
LOST = ("standard output is closed", "all three are closed", "standard output is full")
FILES = {"us.pact": PLAIN, "us.pactlog": LOG, "shared.ics": CALENDAR, "rules.txt": RULES, "many.jsonl": MANY}
FILES |= {"ours.merge": PLAIN, "ours.log": LOG}


def test_every_command_is_called() -> None:
    assert lacking(call for call, _ in CALLS) == set()
    # It is what editors pass to every server, and there is no other way to speak to this one.
    assert options_lacking(call for call, _ in [*CALLS, *filled()]) == {"lsp --stdio"}


@pytest.mark.parametrize("world", WORLDS)
def test_a_failure_is_one_line_and_two(tmp_path: Path, ask: Ask, world: str) -> None:
    # A third of the calls in each world, others in the next; `make long` makes all.
    place = list(WORLDS).index(world)
    some = (CALLS if LONG else CALLS[place % 3 :: 3]) + filled(place % 9, 9)
    for number, (call, code) in enumerate(some):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        got, out, err = ask(folder=str(folder), arguments=call, name="", world=world)
        assert "Traceback" not in out + err, call
        assert "Exception ignored" not in err, call
        if "merge-driver" in call and got == 129:  # to git, 2 would say that something is left to decide
            got = 2
        assert got in (code, 2), (call, err)
        after = {name: (folder / name).read_bytes() for name in before}
        if got == 2 and code != 2:
            assert after == before, call
            if world not in QUIET and call != ["nothing"]:
                assert [line[:6] for line in err.splitlines()] == ["pact: "], (call, err)
        if world in ("all is well", *QUIET[1:], "standard input is closed", "nobody reads"):
            assert got == (2 if world == "standard input is closed" and call[0:2] in READ else code), (call, err)
        if world in LOST and FIRST.isdisjoint(call[:2]) and SILENT.isdisjoint(call):
            assert got == 2, call
        if world == "the last word is lost" and call[0] == "log" and code == 0:
            # It was written: whoever reads the exit code must not write it again.
            assert (got, after != before, "Written to" in err or "Taken out" in err) == (0, True, True)


def test_what_python_itself_says_of_streams() -> None:
    """The same in a process of its own, from its first line on."""
    call = [sys.executable, "-m", "pactlang", "--version"]
    for start in (">&-", "</dev/null >/dev/full", ">&- 2>&- <&-"):
        done = subprocess.run(["sh", "-c", f'"$@" {start}', "sh", *call], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == (0 if "2>&-" in start else 1)


def test_who_stops_a_command_is_told_what_was_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("pactlang.writing.WRITTEN", [])
    assert (run_safely(stopped, []), capsys.readouterr().err) == (130, "pact: stopped\n")
    monkeypatch.setattr("pactlang.writing.WRITTEN", ["us.pactlog"])
    assert (run_safely(stopped, []), capsys.readouterr().err) == (130, "pact: stopped; written before that: us.pactlog\n")


def test_one_place_says_what_went_wrong() -> None:
    """A command lets go what it cannot mend: it says nothing itself, and gives no exit code for it."""
    itself = re.compile(r"except [^\n]*:\n +(say_faults|_?say|out)\([^\n]*\n +raise typer\.Exit\(2\)")
    files = (Path(pactlang.__file__).parent / "cli").glob("*.py")
    assert [file.name for file in files if itself.search(file.read_text(encoding="utf-8"))] == []
