"""Finds and reads files, and tells agreements from logs. The only module that opens files to read them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import EBADF
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, nearest_spelling
from pactlang.language.literate import ENDINGS as LITERATE
from pactlang.reading import MOST_BYTES, MOST_TEXT, read_at_most, read_whole
from pactlang.source import PlainError

if TYPE_CHECKING:
    pass

Reader = Callable[[Path], bytes]
STANDARD_INPUT = "-"
AGREEMENT_ENDINGS = (".pact", *LITERATE)
LOG_ENDINGS = (".pactlog", ".jsonl", ".ndjson", ".csv", ".parquet")
_MOST_NAMED = 3


class InputError(PlainError):
    """The input or the call is wrong, so nothing was judged. `message` speaks of the call, `diagnostics` of the texts."""

    def __init__(self, message: str = "", diagnostics: Sequence[Diagnostic] = ()) -> None:
        self.message = message
        self.diagnostics = tuple(diagnostics)
        super().__init__(message or "; ".join(_one_line(one) for one in diagnostics))


def _one_line(diagnostic: Diagnostic) -> str:
    at = diagnostic.span.start_position
    return f"{diagnostic.span.source.name}:{at.line}:{at.column}: {diagnostic.message}"


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises `InputError` in plain words."""
    try:
        if str(path) == STANDARD_INPUT:
            return read_at_most(sys.stdin.buffer, MOST_BYTES)
        return read_whole(path, MOST_TEXT if path.suffix in AGREEMENT_ENDINGS else MOST_BYTES)
    except FileNotFoundError:
        raise _missing(path) from None
    except IsADirectoryError:
        raise _folder(path) from None
    except OSError as problem:
        closed = problem.errno == EBADF and str(path) == STANDARD_INPUT
        raise InputError("standard input is closed" if closed else f"{path} cannot be read: {problem.strerror}") from None
    except ValueError:  # a character that no name of a file can hold
        raise _missing(path) from None


def _missing(path: Path, expected: str = "") -> InputError:
    """What to say of a file that is not there, with the nearest that is."""
    beside = [other.name for other in path.parent.glob("*") if other.is_file()] if path.parent.is_dir() else []
    near = nearest_spelling(path.name, beside)
    return InputError(f"there is no file {path}{f'; did you mean {path.with_name(near)}?' if near else expected}")


def _folder(path: Path) -> InputError:
    """What to say of a folder in the place of a file, with the agreements in it."""
    found: list[Path] = []
    with suppress(InputError, OSError):
        found = whole_agreements_of(path)
    if not found:
        return InputError(f"{path} is a folder, not a file, and there is no agreement in it")
    which = "the agreement" if len(found) == 1 else "one of the agreements"
    more = ", …" if len(found) > _MOST_NAMED else ""
    return InputError(f"{path} is a folder, not a file; name {which} in it: {', '.join(map(str, found[:_MOST_NAMED]))}{more}")


def shown(path: Path) -> str:
    """The name of a file in answers."""
    return "-" if str(path) == STANDARD_INPUT else str(path)


def split_call(words: Sequence[str]) -> tuple[list[str], str]:
    """The files that a call starts with, and the rest of its words as one text.

    >>> split_call(["us.pact", "2026.pactlog", "encounter", "with", "dana"])
    (['us.pact', '2026.pactlog'], 'encounter with dana')

    Raises `InputError` where it starts with a folder and no agreement is at hand that the rest could be about.
    """
    count = 0
    while count < len(words) and (words[count] == STANDARD_INPUT or words[count].endswith((*AGREEMENT_ENDINGS, *LOG_ENDINGS))):
        count += 1
    if not count and words:
        no_folder(words[0])
    return list(words[:count]), " ".join(words[count:]).strip()


def no_folder(word: str) -> None:
    """Raise `InputError` where a word names a folder, and there is no agreement here whose word it could be."""
    if os.path.isdir(word) and ("/" in word or not whole_agreements_of(Path())):  # noqa: PTH112 - any text, not a path yet
        raise _folder(Path(word))


def listed(folder: Path, *endings: str) -> list[Path]:
    """The files of a folder with one of some endings, without hidden ones.

    Under names that begin with a full stop editors and systems keep locks and notes beside a file (`.#us.pact`, `._us.pact`).
    """
    return sorted(path for ending in endings for path in folder.glob(f"*{ending}") if not path.name.startswith("."))


def inside(folder: Path, ending: str) -> list[Path]:
    """The files of a folder with an ending. Raises `InputError` where one is a link that leads elsewhere: that is read only by its name."""
    found = listed(folder, ending)
    for path in found:
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise InputError(f"{path} is a link that leads out of its folder; to read it anyway, name it")
    return found


def agreements_of(folder: Path) -> list[Path]:
    """The agreements of a folder; those in Markdown only where there is no other, so that a README is not taken for one."""
    found = inside(folder, ".pact")
    return found or [path for path in listed(folder, *LITERATE) if _holds_a_block(path)]


def whole_agreements_of(folder: Path) -> list[Path]:
    """The agreements of a folder to choose from: without those that another of them brings in. Those that only bring in each other stay."""
    found = agreements_of(folder)
    if len(found) < 2:
        return found
    from pactlang.history.scan import scan

    parts: set[str] = set()  # of links in a circle, `realpath` gives one of them
    for path in found:
        with suppress(InputError):  # it is said of the one that is chosen
            names = scan(read_file(path), path.name).includes
            parts.update(os.path.realpath(path.parent / name) for name in names if "\0" not in name and name != path.name)
    return [path for path in found if os.path.realpath(path) not in parts] or found


def _holds_a_block(path: Path) -> bool:
    from pactlang.language.literate import block_lines

    try:
        data = read_whole(path, MOST_TEXT)
    except OSError:
        return False
    return bool(block_lines(data.decode("utf-8-sig", errors="replace")))


def agreements_in(names: Sequence[str]) -> list[Path]:
    """The agreements that are named, with those of the folders that are; with nothing named, those of this folder. What one of a folder
    brings in is read with it, and is none of its own.
    """
    found: list[Path] = []
    for name in names or ["."]:
        path = Path(name)
        if str(path) != STANDARD_INPUT and path.is_dir():
            inside = whole_agreements_of(path)
            if not inside:
                where = "this folder" if name == "." else path
                raise InputError(f"there is no agreement in {where}, that is, no file that ends in .pact, or in .md with a ```pact block")
            found += inside
        elif path.suffix in AGREEMENT_ENDINGS or str(path) == STANDARD_INPUT:
            found.append(path)
        else:
            raise InputError(f"{path} is not an agreement: name a file that ends in .pact or .md")
    return found


def sort_files(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Agreements and logs, told apart by their endings; with none given, those of the folder we are in."""
    pacts = [path for path in paths if path.suffix in AGREEMENT_ENDINGS]
    logs = [path for path in paths if path.suffix not in AGREEMENT_ENDINGS]
    for path in logs:
        if path.suffix not in LOG_ENDINGS and path.is_dir():
            raise _folder(path)
        if str(path) != STANDARD_INPUT and path.suffix not in LOG_ENDINGS and not path.is_file():
            raise _missing(path, f"; an agreement ends in .pact or .md, a log in {', '.join(LOG_ENDINGS)}")
    if not pacts:
        beside = whole_agreements_of(Path())
        if len(beside) != 1:
            found = f"there are several: {', '.join(map(str, beside))}" if beside else "there is none in this folder"
            raise InputError(f"which agreement? {found}. Name it first, for example: us.pact")
        pacts = beside
    if not logs:
        logs = inside(pacts[-1].parent, ".pactlog")
    return pacts, logs
