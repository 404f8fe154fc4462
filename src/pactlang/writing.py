"""Writes a file so that a crash, a full disk or a second writer never leaves half of it, and nobody else reads it meanwhile.

All that the program writes goes through here. The new bytes go into a file beside the old one, which takes its place in one step. That
file can be read by its owner alone from its first byte on. Two of our own writers take turns by a lock beside the file; somebody else's (an
editor) knows no lock, so what stands there is compared once more right before it is replaced. The two trade places then, and what stood
there up to that moment is looked at again: if it is something else, or somebody is just writing to it, it goes back, and the change is made
anew on that. Where a drive cannot let files trade places, a save in the moment between is lost (`pactlang.swap`). What a writer that died
left behind is taken away by the next one; if it is somebody's save, that goes back first, or is kept beside the file as `NAME.saved`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from pactlang.hashes import sha256
from pactlang.reading import read_whole
from pactlang.source import PlainError
from pactlang.swap import being_written, exchange, place

PATIENCE = 30.0  # seconds to wait for another writer
_LOOKED_AT = 2.0  # seconds to wait, on Windows, for another reader
WRITTEN: list[str] = []  # what this process has written, for whoever has to tell that something failed after that
UNLOCKED: list[str] = []  # what it has written where a second writer knows nothing of the first
KEPT: list[str] = []  # what somebody saved while a writer of ours died, found by the next one, and not put back since the file went on
_ROUNDS = 8  # how often somebody else may come in between
_PAUSE = 0.01  # seconds that they get to finish, the first time
_LONGEST = 100  # characters of a name that the names beside it repeat
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
LOCK_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_LOCKS = {getattr(errno, name) for name in ("ENOTSUP", "EOPNOTSUPP", "ENOLCK", "ENOSYS", "EINVAL") if hasattr(errno, name)}


def untold(path: Path) -> None:
    """Do not tell that a file was written: it is no file of the people's, but what a command needs for itself."""
    WRITTEN.remove(str(path))
    UNLOCKED[:] = [name for name in UNLOCKED if name != str(path)]


class NotWrittenError(PlainError):
    """The file stays as it was; the message says why in plain words."""


class ChangedMeanwhileError(NotWrittenError):
    """Somebody wrote the file after it was read."""


def change_file(path: Path, changed: Callable[[bytes | None], bytes], *, private: bool = False, executable: bool = False) -> None:
    """Change a file: `changed` gets the bytes that stand there (None where there is no file) and gives those that shall.

    The mode of a file stays, and a link stays a link. With `private` a new file can be read by its owner alone; one that
    is `executable` is a program from its first moment on. `changed` may be called
    again, where somebody else changed the file meanwhile. Raises `NotWrittenError`, and what `changed` raises; then the file is as it was.
    """
    with told(path):
        real = path.resolve()
        with alone(real) as locked:
            if locked:
                clear(real)
            else:
                UNLOCKED.append(str(path))
            for turn in range(_ROUNDS):
                time.sleep(turn * _PAUSE)
                was = _standing(real)
                data = changed(was)
                if data == was:
                    return
                if _replace(real, data, was, private=private, executable=executable):
                    WRITTEN.append(str(path))
                    return
    raise NotWrittenError(f"{path} keeps being changed by someone else; nothing was written. Try again later")


def write_file(path: Path, data: bytes, *, was: bytes | None, private: bool = False, executable: bool = False) -> None:
    """Put new bytes in the place of `was`, the bytes that they were made from (None: there was no file).

    Raises `NotWrittenError`, where something else stands there now `ChangedMeanwhileError`; then the file is as it was.
    """

    def changed(now: bytes | None) -> bytes:
        if now != was:
            raise ChangedMeanwhileError(f"someone else has changed {path} in the meantime; nothing was written. Look at it, and try again")
        return data

    change_file(path, changed, private=private, executable=executable)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise `NotWrittenError` in plain words for what fails while a file is written."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as problem:  # links in a circle, a name that no file can have
        raise NotWrittenError(f"{path} cannot be written: {getattr(problem, 'strerror', '') or problem}") from None


def _standing(real: Path) -> bytes | None:
    try:
        return read_whole(real)
    except FileNotFoundError:
        return None


def _replace(real: Path, data: bytes, was: bytes | None, *, private: bool, executable: bool) -> bool:
    """Put the bytes there, unless something else than `was` stands there by now."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    return put(real, write, lambda path: _standing(path) == was, private=private, executable=executable)


def put(real: Path, write: Callable[[BinaryIO], None], same: Callable[[Path], bool], *, private: bool, executable: bool = False) -> bool:
    """Put what is written there, unless it is not the `same` any more that stands there, or somebody writes to it just now."""
    beside = f"{beside_of(real)}.{os.urandom(4).hex()}.tmp"
    handle = os.open(beside, _NEW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _like(beside, real, private=private, executable=executable)
        was = identity(real)
        if not same(real):
            return False
        # From here on the name tells what may lie there, should we die: ours, what was there before, or else somebody's save.
        known = f"{beside_of(real)}.{_mark(identity(Path(beside)))}{_mark(was)}.tmp"
        os.rename(beside, known)
        beside = known
        return _taken(beside, real, same)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)


def _taken(beside: str, real: Path, same: Callable[[Path], bool]) -> bool:
    """Let a new file take its place, unless what stood there up to that moment is something else: then that stands there again."""
    ours = identity(Path(beside))
    old = os.path.lexists(real)
    try:
        traded = exchange(beside, str(real)) if old else place(beside, str(real))
    except (FileExistsError, FileNotFoundError):  # made, or taken away, in this moment
        return False
    if not traded:
        _put_in_place(beside, real)
        return True
    good = not old
    try:
        good = good or (same(Path(beside)) and not being_written(beside))
    finally:
        if not good:
            _put_back(beside, real, ours)
    return good


def _put_back(beside: str, real: Path, ours: tuple[int, int, int] | None) -> None:
    """Put back what somebody saved; if they saved once more meanwhile, that, the newest, stays."""
    seen = {ours, None}
    while (found := identity(Path(beside))) not in seen:
        seen.add(found)
        try:
            traded = exchange(beside, str(real))
        except OSError:
            traded = False
        if not traded:  # ours was taken away, say
            _put_in_place(beside, real)
            return


def _put_in_place(beside: str, real: Path) -> None:
    """Windows lets nobody replace a file into which another program looks just now, such as a virus scanner: it is tried for a while."""
    until = time.monotonic() + _LOOKED_AT
    while True:
        try:
            os.replace(beside, real)
        except PermissionError:
            if os.name != "nt" or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def identity(path: Path) -> tuple[int, int, int] | None:
    """What changes if a file does, in its place or by another; None if there is none."""
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _mark(found: tuple[int, int, int] | None) -> str:
    return sha256(repr(found).encode()).hexdigest()[:8]


def _like(beside: str, real: Path, *, private: bool, executable: bool) -> None:
    """Give a new file the mode, and where that can be the group, of the one whose place it takes."""
    try:
        old = os.stat(real)
    except FileNotFoundError:
        if not private:
            os.chmod(beside, (0o777 if executable else 0o666) & ~_umask())
        return
    mode = stat.S_IMODE(old.st_mode)
    if hasattr(os, "chown") and os.stat(beside).st_gid != old.st_gid:
        try:
            os.chown(beside, -1, old.st_gid)
        except OSError:
            mode &= ~0o070  # what one group might do is not for another one
    os.chmod(beside, mode | (0o111 & ~_umask() if executable else 0))


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now


def beside_of(real: Path) -> str:
    """What the names of a file's lock and of its new bytes start with."""
    name = real.name if len(real.name) <= _LONGEST else sha256(os.fsencode(real.name)).hexdigest()[:32]
    return str(real.with_name(f".{name}"))


def clear(real: Path) -> None:
    """Take away what a writer that died left behind. Only under the lock: nobody is writing there now.

    If it died while somebody's save lay beside, that goes back; if the file has been changed since, it is kept as `NAME.saved`.
    """
    own = re.compile(re.escape(os.path.basename(beside_of(real))) + r"\.([0-9a-f]{8})([0-9a-f]{8})?\.tmp")
    for name in os.listdir(real.parent):
        if left := own.fullmatch(name):
            with contextlib.suppress(OSError):
                beside = real.with_name(name)
                ours, was = left.groups()
                if was and not beside.is_symlink() and _mark(identity(beside)) not in (ours, was):
                    if _mark(identity(real)) != ours:
                        _keep(beside, real)
                        continue
                    if not exchange(str(beside), str(real)):
                        continue
                os.unlink(beside)


def _keep(beside: Path, real: Path) -> None:
    """Give somebody's save a name that they see."""
    for number in ("", *(f"-{count}" for count in range(2, 100))):
        with contextlib.suppress(FileExistsError):
            os.link(beside, free := f"{real}.saved{number}")
            os.unlink(beside)
            KEPT.append(free)
            return


@contextlib.contextmanager
def alone(real: Path) -> Iterator[bool]:
    """While no other pact changes a file: whether that is certain, which it is not on a drive that knows no locks."""
    name = f"{beside_of(real)}.lock"
    until = time.monotonic() + PATIENCE
    while True:
        handle = os.open(name, LOCK_FLAGS, 0o600)
        try:
            locked = _locked(handle, until)
            if _is_still(name, handle):
                break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it took it away
    try:
        yield locked
    finally:
        # Taken away while it is held: who waits for it sees that it is gone, and makes a new one.
        # Whatever fails here, what was to be written is.
        with contextlib.suppress(OSError):
            os.unlink(name)
        with contextlib.suppress(OSError):
            os.close(handle)


def _is_still(name: str, handle: int) -> bool:
    try:
        found, own = os.stat(name), os.fstat(handle)
    except FileNotFoundError:
        return False
    return (found.st_dev, found.st_ino) == (own.st_dev, own.st_ino)


def _locked(handle: int, until: float) -> bool:
    """Wait for a lock. False where the drive knows none. Raises `NotWrittenError` where the wait is over."""
    while True:
        try:
            _lock(handle)
        except OSError as problem:
            if problem.errno in _NO_LOCKS:
                return False
            if problem.errno not in (errno.EAGAIN, errno.EACCES, errno.EINTR, errno.EDEADLK):
                raise
        else:
            return True
        if time.monotonic() > until:
            raise NotWrittenError("another program keeps writing the same file; try again")
        time.sleep(0.005)


try:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _lock(handle: int) -> None:
        flock(handle, LOCK_EX | LOCK_NB)

except ImportError:  # Windows
    from msvcrt import LK_NBLCK, locking  # type: ignore[attr-defined,unused-ignore]

    def _lock(handle: int) -> None:
        locking(handle, LK_NBLCK, 1)
