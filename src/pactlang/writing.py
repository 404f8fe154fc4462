"""Writes a file so that a crash, a full disk or a second writer never leaves half of it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """Somebody wrote the file after it was read; nothing was written."""


def replace_file(path: Path, data: bytes, *, was: bytes | None = None, private: bool = False) -> None:
    """Put new bytes in the place of a file, as one step; its mode stays, and a link stays a link.

    With `private` a new file can be read by its owner alone.
    `was` are the bytes that were read before: where others stand there now, `ChangedMeanwhileError` is raised instead.
    Raises `OSError` where the file cannot be written; then it is as it was.
    """
    real = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A new file gets the mode that any new file gets here, not the closed one of a temporary file.
        beside.chmod(real.stat().st_mode & 0o7777 if real.exists() else 0o600 if private else 0o666 & ~_umask())
        if was is not None and real.read_bytes() != was:
            raise ChangedMeanwhileError
        beside.replace(real)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now
