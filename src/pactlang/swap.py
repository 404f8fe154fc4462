"""Puts a file in the place of another and keeps what stood there up to that very moment, so that it can be looked at and put back.

`os.replace` throws it away: a save that falls between the last look at a file and its replacement would be lost. Linux and macOS can let
two files trade places in one step; Python has no name for that. Where the system or the drive cannot, both functions say so.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from typing import Any

_CALLS = {"linux": ("renameat2", 2, 1), "darwin": ("renamex_np", 2, 4)}  # the call, and its numbers for trading places and for a free one
_CANNOT = {getattr(errno, name) for name in ("ENOSYS", "EINVAL", "ENOTSUP", "EOPNOTSUPP") if hasattr(errno, name)}


def exchange(one: str, other: str) -> bool:
    """Let two files trade places; false if this drive cannot. Raises `OSError`, as where one of them is gone."""
    return _renamed(one, other, 1)


def place(new: str, free: str) -> bool:
    """Give a file a name that is free; false if this drive cannot say so. Raises `FileExistsError` if somebody took it meanwhile."""
    return _renamed(new, free, 2)


def _renamed(old: str, new: str, how: int) -> bool:
    call = _call()
    if call is None:
        return False
    import ctypes

    names = (os.fsencode(old), os.fsencode(new))
    flags = _CALLS[sys.platform][how]
    if call(*names, flags) if sys.platform == "darwin" else call(_HERE, names[0], _HERE, names[1], flags):
        number = ctypes.get_errno()
        if number in _CANNOT:
            return False
        raise OSError(number, os.strerror(number), old, None, new)
    return True


_HERE = -100  # a name that does not begin with / is looked for where the process is


@cache
def _call() -> Any:
    """The system's call, or None if it has none."""
    try:
        import ctypes

        return getattr(ctypes.CDLL(None, use_errno=True), _CALLS[sys.platform][0])
    except (ImportError, KeyError, OSError, AttributeError, TypeError):
        return None


def being_written(path: str) -> bool:
    """Whether somebody has a file open to write to it, where the system tells that: Linux lets a file be leased only if nobody has."""
    try:
        from fcntl import F_RDLCK, F_SETLEASE, F_SETSIG, F_UNLCK, fcntl  # type: ignore[attr-defined,unused-ignore]
        from signal import SIGURG
    except ImportError:
        return False
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        fcntl(handle, F_SETSIG, SIGURG)  # who opens it just now ends the lease: a signal that does nothing says so
        fcntl(handle, F_SETLEASE, F_RDLCK)
        fcntl(handle, F_SETLEASE, F_UNLCK)
    except OSError as problem:
        return problem.errno == errno.EAGAIN  # anything else: somebody else's file, or a drive without leases
    finally:
        os.close(handle)
    return False
