"""The changes that people have talked about and accepted: kept beside the agreement, a line each, for people to read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDING = ".accepted"
_LINE = re.compile(r"(?P<mark>[0-9a-f]{10}(?:-\d+)?)  (?P<on>\d{4}-\d\d-\d\d)  (?P<reason>\S.*)")
_HEAD = "# What was accepted with 'pact diff --accept': fingerprint, date, reason. The line above each says what it was.\n"


class Accepted(Struct, frozen=True):
    """One accepted change: its fingerprint, the day on which it was, and why."""

    fingerprint: str
    on: str
    reason: str


def file_beside(agreement: Path) -> Path:
    """Where what was accepted is kept.

    >>> file_beside(Path("home/us.pact")).as_posix()
    'home/us.accepted'
    """
    return agreement.with_suffix(ENDING)


def read_accepted(text: str) -> tuple[dict[str, Accepted], list[int]]:
    """What a file holds, by fingerprint, and the numbers of the lines that cannot be read."""
    found: dict[str, Accepted] = {}
    wrong: list[int] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            wrong.append(number)
        else:
            found[match["mark"]] = Accepted(match["mark"], match["on"], match["reason"])
    return found, wrong


def with_accepted(text: str, accepted: Accepted, said: Sequence[str]) -> str:
    """The file's text with one more; what was said before about the same change goes. `said` are the words of the change."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(f"{accepted.fingerprint}  "):
            if kept and kept[-1].startswith("# "):
                kept.pop()
            continue
        kept.append(line if line.endswith("\n") else f"{line}\n")
    words = one_line(" / ".join(said))
    return f"{''.join(kept) or _HEAD}# {words}\n{accepted.fingerprint}  {accepted.on}  {one_line(accepted.reason)}\n"


def one_line(text: str) -> str:
    """Words on one line, without what no terminal should get."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
