"""Pictures of the program at a terminal: real commands on an example, drawn by Rich."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from contextlib import suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from pactlang import __version__

WIDTH = 80  # columns of a terminal
# The example, its command, and what is seen.
SCREENS = {
    "check": (
        "couple-disclosure",
        "check us.pact log.pactlog --this-text --as-of {now}",
        "Promises kept first, then what was broken.",
    ),
    "status": ("couple-disclosure", "status us.pact log.pactlog --this-text --as-of {now}", "The day at a glance: due, next, left."),
    "explain": ("first", "explain us.pact late-nights", "A sentence in plain words, with the nearest case kept and the nearest broken."),
    "lint": ("first", "lint us.pact", "What is missing or one-sided in a text, before anyone signs it."),
    "sheet": ("first", "sheet check-in us.pact log.pactlog --this-text --as-of {now}", "A sheet to write on."),
}


def write_screens(source: Path, examples: Path) -> None:
    """Draw every screen beside the pages, and write the page that shows them. Raises `SystemExit` where a command fails."""
    pictures = source / "screens"
    pictures.mkdir(parents=True)
    lines = ["# What it looks like", "", f"Answers of pactlang {__version__} to real commands, in the examples that come with it.", ""]
    for name, (example, call, what) in SCREENS.items():
        words = call.format(now=(examples / example / "as-of").read_text(encoding="utf-8").strip()).split()
        shown = f"pact {' '.join(words)}"
        (pictures / f"{name}.svg").write_text(drawn(answer(examples / example, words), shown), encoding="utf-8")
        lines += [f"## pact {name}", "", f"{what} In [`examples/{example}`](examples/{example}/README.md), `{shown}`:", ""]
        lines += [f"![The answer at a terminal. {what}](screens/{name}.svg)", ""]
    (source / "screens.md").write_text("\n".join(lines), encoding="utf-8")


def answer(example: Path, words: list[str]) -> str:
    """What a command answers at a terminal, in a copy of an example."""
    # Of this environment alone; the example lies outside of git, whose versions would count, too.
    environment = {**os.environ, "TERM": "xterm-256color", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}"}
    for unwanted in ("NO_COLOR", "COLUMNS", "LINES"):
        environment.pop(unwanted, None)
    with TemporaryDirectory() as folder:
        shutil.copytree(example, folder, dirs_exist_ok=True)
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, WIDTH, 0, 0))
        call = [sys.executable, "-m", "pactlang", *words]
        running = subprocess.Popen(call, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE)
        os.close(theirs)
        said = b""
        with suppress(OSError):  # the other end is closed
            while part := os.read(ours, 65536):
                said += part
        os.close(ours)
        wrong = running.communicate()[1]
    if running.returncode not in (0, 1) or not said:
        raise SystemExit(f"pact {' '.join(words)}: {wrong.decode()}")
    return said.decode().replace("\r\n", "\n")


# Colours that can be read on a dark ground, also by tired eyes: each has a contrast of at least 7 to 1.
DARK = (30, 30, 30)
LIGHT = [
    (160, 160, 160),
    (255, 140, 140),
    (150, 215, 140),
    (235, 205, 110),
    (150, 190, 255),
    (225, 170, 250),
    (120, 215, 220),
    (228, 228, 228),
]
THEME = TerminalTheme(DARK, LIGHT[-1], LIGHT, LIGHT)
FAINT = "\x1b[38;2;175;175;175m"  # Rich draws faint words half as bright


def drawn(text: str, title: str) -> str:
    """A terminal with a text on it, as SVG that needs nothing from anywhere."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text.replace("\x1b[2m", FAINT)))
    svg = console.export_svg(title=title, unique_id="screen", theme=THEME)
    return re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.S).replace("Fira Code,", "ui-monospace,")
