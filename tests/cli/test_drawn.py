"""At a terminal a page is broken between words and its columns stay; through a pipe, and where plain text is asked for, nothing changes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest

from pactlang.words.terminal import drawn

from .running import AS_OF, COMMAND, PACT, Folder

HOSTILE = '"[red]Ana[/red] [link=x]{x} :smile: and so on and on until the line is too long for a terminal of sixty or eighty columns"'


def at_terminal(folder: Folder, columns: int, *arguments: str, **environment: str) -> str:
    """What a command writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    around = {name: value for name, value in folder.environment(**{"TERM": "xterm-256color"} | environment).items() if name != "COLUMNS"}
    running = subprocess.Popen([*COMMAND, *arguments], cwd=folder.path, env=around, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    running.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def plain(said: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", said)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_longer_than_the_terminal_and_no_word_is_broken(ours: Folder, columns: int) -> None:
    said = plain(at_terminal(ours, columns, "check", "--all", *AS_OF))
    assert max(map(len, said.splitlines())) <= columns
    assert set(said.split()) == set(ours.run("check", "--all", *AS_OF).out.split())


@pytest.mark.parametrize(
    "call",
    ["new --list", "new other", "rules", "rule M005", "lint", "explain", "status", "repair", "sheet impact", "report --format terminal",
     "test", "verify", "doctor", "days --years 2026", "fix", "git install", "export -o us.ics", "may check-in"],
)  # fmt: skip
def test_no_command_writes_beyond_80_columns(ours: Folder, call: str) -> None:
    said = plain(at_terminal(ours, 80, *call.split()))
    assert said
    assert max(map(len, said.splitlines())) <= 80, said


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_plain_text_that_is_asked_for_is_that_of_a_pipe(ours: Folder, environment: dict[str, str]) -> None:
    assert at_terminal(ours, 60, "status", *AS_OF, **environment) == ours.run("status", *AS_OF).out


def test_a_rules_name_and_a_few_words_in_brackets_stay_on_one_line() -> None:
    said = "  us.pact:65: Still open: travel (Ana); until then it waits. [M016 matrix-left-open]\n"
    assert drawn(said, 70).splitlines()[1] == "  [M016 matrix-left-open]"
    assert drawn("  a test by Ana, until the end of 18 October (in 33 days)\n", 52).splitlines()[1] == "  (in 33 days)"


def test_what_people_wrote_is_only_text(folder: Folder) -> None:
    folder.write("us.pact", PACT + f"    > {HOSTILE}\n")
    folder.write("log.pactlog", f"2026-09-10 encounter by Ana at {HOSTILE}\n2026-09-11 encounter by Ana\n")
    said = " ".join(plain(at_terminal(folder, 60, "check", *AS_OF)).split())
    assert "[red]Ana[/red] [link=x]{x} :smile: and so on and on until" in said


def test_rich_is_read_only_for_a_terminal(ours: Folder) -> None:
    ask = "import sys; from pactlang.cli.app import run; run(sys.argv[1:]); print('rich' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", ask, "status", *AS_OF], cwd=ours.path, capture_output=True, text=True, check=False)
    assert done.stderr == "False\n"


@pytest.mark.parametrize(
    ("page", "width", "shown"),
    [
        ("short\n", 40, "short\n"),
        ("\n", 40, "\n"),
        (
            "  1 due   check-in by Ana and Ben on Sunday 27 September\n",
            42,
            "  1 due   check-in by Ana and Ben on\n          Sunday 27 September\n",
        ),
        (
            "  Sunday  ○ disclosure by Ana to Ben about an evening\n",
            40,
            "  Sunday  ○ disclosure by Ana to Ben\n          │ about an evening\n",
        ),
        # The place that is underlined stays in sight.
        (
            "   12 | at most 4 encounters per month and something more of it wrng\n" + " " * 64 + "^^^^\n",
            40,
            "   12 | …ing more of it wrng\n" + " " * 24 + "^^^^\n",
        ),
        # A word that is longer than a column takes the next place in which it fits.
        ("  place   sha256:0123456789012345678901234567\n", 40, "  place\n  sha256:0123456789012345678901234567\n"),
        # Twice as wide as they are long.
        ("  日本  日本語の文 日本語の文 日本語の文 日本語の文\n", 40, "  日本  日本語の文 日本語の文 日本語の文\n        日本語の文\n"),
    ],
)
def test_a_page_is_drawn(page: str, width: int, shown: str) -> None:
    assert plain(drawn(page, width)) == shown
