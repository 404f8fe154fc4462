"""Reads a file whole, where it is an ordinary one and not too large: nothing here waits for a pipe, or reads without an end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

MOST_BYTES = 100_000_000  # of a log, some two million entries; read in seconds
MOST_TEXT = 1_000_000  # of an agreement, some 25,000 lines

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_whole(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of an ordinary file, or of what a link to one leads to.

    Raises `OSError` for all else: a folder, a pipe, a device, a file of more than `most` bytes. Its `strerror` says which.
    """
    # Devices are told apart before they are opened, since opening some of them does something; what is open is what counts.
    _ordinary(os.stat(path), path)
    with os.fdopen(os.open(path, os.O_RDONLY | _NO_WAITING), "rb") as file:
        _ordinary(os.fstat(file.fileno()), path)
        return read_at_most(file, most, path)


def read_at_most(file: BinaryIO, most: int, path: Path | str = "-") -> bytes:
    """All that a stream gives; `OSError` where that is more than `most` bytes."""
    data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // 1_000_000} MB", str(path))
    return data


def _ordinary(state: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file", str(path))
