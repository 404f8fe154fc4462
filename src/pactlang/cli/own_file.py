"""Writes a file that a command makes, and never over one that somebody else made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pactlang.inputs import InputError, read_file
from pactlang.writing import write_file


def write_own(
    target: str, data: bytes, *, what: str, endings: tuple[str, ...], is_ours: Callable[[bytes], bool], private: bool = False
) -> None:
    """Write a page or a list to a file with one of these endings; a file that stands there is replaced only where it `is_ours`.

    `what` names the thing in messages ("a report"). Raises `InputError` and `NotWrittenError`; then the file is as it was.
    """
    path = Path(target)
    if path.suffix.lower() not in endings:
        raise InputError(f"{target}: the name of {what} must end in {endings[0]}")
    stands = read_file(path) if path.exists() else None
    if stands is not None and not is_ours(stands):
        raise InputError(f"{target} already exists and is not {what} that pact wrote; nothing was written. Choose another name")
    write_file(path, data, was=stands, private=private)
