"""What git calls to merge three files: by clauses where all three can be read, else by lines, as git itself would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.history.git import GitError, first_line, run
from pactlang.history.merge import Merged, merge
from pactlang.reading import read_whole
from pactlang.writing import change_file

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"\xef\xbb\xbf"  # a byte order mark


def merge_files(base: Path, ours: Path, theirs: Path, marker_size: int = 7) -> Merged:
    """Merge the changes from `base` to `theirs` into the file `ours`, in its own line ends.

    Raises `OSError`, `NotWrittenError` and `GitError`.
    """
    data = [read_whole(path) for path in (base, ours, theirs)]
    merged = _merged(data, marker_size)
    if merged is None:
        return _by_lines(base, ours, theirs, marker_size)
    text = merged.text.encode()
    if _has_carriage_returns(data[1]):
        text = text.replace(b"\n", b"\r\n")
    done = (_MARK if data[1].startswith(_MARK) else b"") + text
    change_file(ours, lambda _: done)
    return merged


def _merged(data: list[bytes], marker_size: int) -> Merged | None:
    try:
        base, ours, theirs = (one.decode("utf-8-sig").replace("\r\n", "\n") for one in data)
    except UnicodeDecodeError:
        return None
    return merge(base, ours, theirs, marker_size)


def _has_carriage_returns(data: bytes) -> bool:
    return data.count(b"\r\n") * 2 > data.count(b"\n")


def _by_lines(base: Path, ours: Path, theirs: Path, marker_size: int) -> Merged:
    """Git's own merge of three files, which knows lines only."""
    labels = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    files = [str(path.resolve()) for path in (ours, base, theirs)]
    ran = run(ours.resolve().parent, "merge-file", "--stdout", f"--marker-size={marker_size}", *labels, "--", *files)
    if ran.code > 127:
        raise GitError(f"git could not merge by lines: {first_line(ran.err)}")
    change_file(ours, lambda _: ran.out)
    notes = ["one of the texts cannot be read as an agreement, so they were merged line by line"] if ran.code else []
    return Merged("", ran.code, notes)
