"""What this terminal wrote last, so that it can be taken back: places and digests, never the words of an entry."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path

from msgspec.structs import asdict

from pactlang.day.append import Written
from pactlang.reading import read_whole
from pactlang.writing import UNLOCKED, WRITTEN, change_file

_MOST = 10_000  # bytes of such a file
_KEPT = 30 * 86_400  # seconds: what was written longer ago is taken back by hand


def _file() -> Path:
    home = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    session = os.environ.get("PACT_SESSION") or str(os.getsid(0) if hasattr(os, "getsid") else os.getppid())
    return Path(home) / "pactlang" / f"last-{session}.json"


def remember(log: Path, written: Written) -> None:
    """Remember what was written. Where that cannot be kept, for whatever reason, there is only no undo: the entry is written."""
    with contextlib.suppress(Exception):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = json.dumps({"log": str(log.resolve()), **asdict(written)}).encode()
        change_file(file, lambda _: kept, private=True)
        WRITTEN.remove(str(file))
        UNLOCKED[:] = [name for name in UNLOCKED if name != str(file)]  # only this terminal writes it
        for old in file.parent.glob("last-*.json"):
            if old.stat().st_mtime < time.time() - _KEPT:
                old.unlink()


def last() -> tuple[Path, Written] | None:
    """What this terminal wrote last, or None."""
    with contextlib.suppress(Exception):
        return _known(_file())
    return None


def _known(file: Path) -> tuple[Path, Written]:
    known = json.loads(read_whole(file, _MOST))
    return Path(known["log"]), Written(int(known["start"]), int(known["length"]), str(known["digest"]))


def forget() -> None:
    """It was taken back: there is nothing to take back any more."""
    with contextlib.suppress(Exception):
        _file().unlink()


def forget_log(log: Path) -> None:
    """Keep nothing about a log whose entries were forgotten, whichever terminal wrote them: a digest tells those who guess right.

    Also not what a terminal that was killed in the midst of writing left behind, of whichever log.
    """
    with contextlib.suppress(Exception):
        for file in _file().parent.iterdir():
            with contextlib.suppress(Exception):
                if file.name.endswith(".tmp") or (file.suffix == ".json" and _known(file)[0] == log.resolve()):
                    file.unlink()
