"""What git calls to merge three files: agreements by clauses, logs by entries; where that cannot be, by lines, as git itself would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.history import GitError
from pactlang.history.git import first_line, run
from pactlang.history.log_merge import merge_log
from pactlang.history.merge import Merged, merge
from pactlang.reading import read_whole
from pactlang.writing import change_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MARK = b"\xef\xbb\xbf"  # a byte order mark


def merge_files(base: Path, ours: Path, theirs: Path, marker_size: int = 7, *, log: bool = False) -> Merged:
    """Merge the changes from `base` to `theirs` into the file `ours`, in its own line ends; with `log`, all three are logs.

    Raises `OSError`, `NotWrittenError` and `GitError`.
    """
    data = [read_whole(path) for path in (base, ours, theirs)]
    merged = _merged(data, marker_size, merge_log if log else merge)
    if merged is None:
        why = "they cannot be merged entry by entry" if log else "one of the texts cannot be read as an agreement"
        return _by_lines(base, ours, theirs, marker_size, why)
    text = merged.text.encode()
    if _has_carriage_returns(data[1]):
        text = text.replace(b"\n", b"\r\n")
    done = (_MARK if data[1].startswith(_MARK) else b"") + text
    change_file(ours, lambda _: done)
    return merged


def _merged(data: list[bytes], marker_size: int, merge: Callable[[str, str, str, int], Merged | None]) -> Merged | None:
    try:
        base, ours, theirs = (one.decode("utf-8-sig").replace("\r\n", "\n") for one in data)
    except UnicodeDecodeError:
        return None
    return merge(base, ours, theirs, marker_size)


def _has_carriage_returns(data: bytes) -> bool:
    return data.count(b"\r\n") * 2 > data.count(b"\n")


def _by_lines(base: Path, ours: Path, theirs: Path, marker_size: int, why: str) -> Merged:
    """Git's own merge of three files, which knows lines only."""
    labels = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    files = [str(path.resolve()) for path in (ours, base, theirs)]
    ran = run(ours.resolve().parent, "merge-file", "--stdout", f"--marker-size={marker_size}", *labels, "--", *files)
    if ran.code > 127:
        raise GitError(f"git could not merge by lines: {first_line(ran.err)}")
    change_file(ours, lambda _: ran.out)
    notes = [f"{why}, so they were merged line by line"] if ran.code else []
    return Merged("", ran.code, notes)
