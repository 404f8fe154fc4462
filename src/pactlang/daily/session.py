"""What this terminal wrote last, so that it can be taken back: places and digests, never the words of an entry."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from msgspec.structs import asdict

from pactlang.daily.append import Written
from pactlang.writing import replace_file


def _file() -> Path:
    home = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    session = os.environ.get("PACT_SESSION") or str(os.getsid(0) if hasattr(os, "getsid") else os.getppid())
    return Path(home) / "pactlang" / f"last-{session}.json"


def remember(log: Path, written: Written) -> None:
    """Remember what was written. Where that cannot be kept, there is only no undo."""
    file = _file()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(file, json.dumps({"log": str(log.resolve()), **asdict(written)}).encode())
        file.chmod(0o600)


def last() -> tuple[Path, Written] | None:
    """What this terminal wrote last, or None."""
    try:
        known = json.loads(_file().read_bytes())
        return Path(known["log"]), Written(int(known["start"]), int(known["length"]), str(known["digest"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget() -> None:
    """It was taken back: there is nothing to take back any more."""
    with contextlib.suppress(OSError):
        _file().unlink()
