"""Pictures of the program at a terminal: real commands on an example, drawn by Rich."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from pactlang import __version__

WIDTH = 100  # as answers are laid out where there is no terminal
# The example, its command, and what is seen.
SCREENS = {
    "check": (
        "couple-disclosure",
        "check us.pact log.pactlog --this-text --as-of {now}",
        "A check: promises kept first, then what was broken.",
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
        lines += [f"## {what.rstrip('.')}", "", f"In [`examples/{example}`](examples/{example}/README.md), `{shown}`:", ""]
        lines += [f"![The answer at a terminal. {what}](screens/{name}.svg)", ""]
    (source / "screens.md").write_text("\n".join(lines), encoding="utf-8")


def answer(example: Path, words: list[str]) -> str:
    """What a command answers in a copy of an example, in colour."""
    # Of this environment alone; the example lies outside of git, whose versions would count, too.
    environment = {
        **os.environ,
        "FORCE_COLOR": "1",
        "COLUMNS": str(WIDTH),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
    }
    with TemporaryDirectory() as folder:
        shutil.copytree(example, folder, dirs_exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "pactlang", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"pact {' '.join(words)}: {done.stderr}")
    return done.stdout


def drawn(text: str, title: str) -> str:
    """A terminal with a text on it, as SVG that needs nothing from anywhere."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text))
    svg = console.export_svg(title=title, unique_id="screen")
    return re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.S).replace("Fira Code,", "ui-monospace,")
