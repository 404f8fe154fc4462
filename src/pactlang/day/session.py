"""What this terminal wrote last, so that it can be taken back, step by step: places and digests, never the words of an entry."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path

from msgspec.structs import asdict

from pactlang.day.append import Written
from pactlang.reading import read_whole
from pactlang.writing import change_file, untold

_MOST = 50_000  # bytes of such a file
_STEPS = 20  # entries that can be taken back one after the other
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
        _keep(file, [*_all(file), (log.resolve(), written)][-_STEPS:])
        for old in file.parent.glob("last-*.json"):
            if old.stat().st_mtime < time.time() - _KEPT:
                old.unlink()


def last() -> tuple[Path, Written] | None:
    """What this terminal wrote last and has not taken back, or None."""
    with contextlib.suppress(Exception):
        return _all(_file())[-1]
    return None


def _keep(file: Path, known: list[tuple[Path, Written]]) -> None:
    """Write the list; none at all where it is empty."""
    if not known:
        file.unlink(missing_ok=True)
        return
    kept = json.dumps([{"log": str(log), **asdict(written)} for log, written in known]).encode()
    change_file(file, lambda _: kept, private=True)
    untold(file)


def _all(file: Path) -> list[tuple[Path, Written]]:
    """What a terminal wrote, the last of it last; nothing where that cannot be read."""
    with contextlib.suppress(Exception):
        known = json.loads(read_whole(file, _MOST))
        listed = known if isinstance(known, list) else [known]
        return [(Path(one["log"]), Written(int(one["start"]), int(one["length"]), str(one["digest"]))) for one in listed]
    return []


def forget() -> None:
    """The last was taken back: what was written before it is the last now."""
    with contextlib.suppress(Exception):
        _keep(_file(), _all(_file())[:-1])


def forget_log(log: Path) -> None:
    """Keep nothing about a log whose entries were forgotten, whichever terminal wrote them: a digest tells those who guess right.

    Also not what a terminal that was killed in the midst of writing left behind, of whichever log.
    """
    with contextlib.suppress(Exception):
        for file in _file().parent.iterdir():
            with contextlib.suppress(Exception):
                if file.name.endswith(".tmp"):
                    file.unlink()
                    continue
                known = _all(file)
                left = [one for one in known if one[0] != log.resolve()]
                if len(left) != len(known):
                    _keep(file, left)
