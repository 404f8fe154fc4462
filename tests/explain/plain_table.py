"""Reads `plain.txt`: a sentence with the lines under it, and what it is in plain words."""

from __future__ import annotations

from pathlib import Path

from pactlang import load_text
from pactlang.model.agreement import Agreement

FILE = Path(__file__).parent / "plain.txt"
HEADER = """pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

event expense
    plural expenses
    amount in EUR

person dana
person kim tagged coworker
person eve known since 2025-11-01

term late-night means encounter between 23:00 and 05:00

days feasts
    every year on 1 May
    2026-04-03 until 2026-04-06

days office-days
    weekdays
    except feasts

hours quiet-hours
    on Sunday through Thursday between 22:00 and 07:00
    on feasts

hours office-hours
    on office-days between 09:00 and 17:00

state away
    starts with meeting
    ends with gratitude
    lasts at most 30 days

promise others
    no date-night

promise this
"""


def rows() -> list[tuple[str, str]]:
    """Each sentence with the lines under it (after ` / `), and its plain words in one line."""
    found = []
    for block in FILE.read_text(encoding="utf-8").strip().split("\n\n"):
        said, *plain = block.splitlines()
        found.append((said, " ".join(plain)))
    return found


def agreement(said: str) -> Agreement:
    """An agreement with this sentence in its last clause."""
    return load_text(HEADER + "".join(f"    {line}\n" for line in said.split(" / ")))
