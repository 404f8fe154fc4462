"""The files of one agreement: the text itself, what it includes (never outside its folder), the vocabularies it uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Diagnostic, Severity, guess_anew, nearest_spelling
from pactlang.language.literate import block_lines, is_literate
from pactlang.language.parse import READ_AS, has_signature, parse
from pactlang.language.tree import Document, IncludeHeading, UseHeading
from pactlang.resolve.signatures import digest
from pactlang.resolve.vocabularies import vocabulary, vocabulary_names
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.language.tree import Name

Reader = Callable[[Path], bytes]
_MOST_FILES = 100


class Gathered:
    """All documents of an agreement in the order in which they are read, with the faults of their texts.

    `own` are the file itself and what it includes; `vocabularies` ship with the package. `incomplete` says that one of them is not there.
    """

    def __init__(self) -> None:
        self.own: list[Document] = []
        self.vocabularies: list[Document] = []
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()
        self.files: set[Path] = set()
        self.incomplete = False

    @cached_property
    def digest(self) -> str:
        """The digest of the words of its own files, once all are read."""
        return digest(self.own)


def gather(path: Path, read: Reader) -> Gathered:
    """Read a file and everything that it brings in. What `read` raises for the file itself is not caught."""
    guess_anew()
    gathered = Gathered()
    real = _real(path) or path
    _read(path, real, path.parent, read(path), gathered, [real], read)
    if any(one.code == READ_AS for one in gathered.faults) and any(map(has_signature, gathered.own)):
        gathered.faults = [in_signed_text(one) if one.code == READ_AS else one for one in gathered.faults]
    return gathered


def in_signed_text(note: Diagnostic) -> Diagnostic:
    """What was read in other words, as the fault that it is where somebody signed: what people signed is in the language's own words."""
    message = "In a text with signatures, every sentence is in the words of the language."
    return replace(note, severity=Severity.ERROR, message=message, expected=note.message.removesuffix(".").removeprefix("Read as: "))


def _read(path: Path, real: Path, root: Path, data: bytes, gathered: Gathered, chain: list[Path], read: Reader) -> None:
    source, fault = decode(data, str(path))
    if fault is not None:
        gathered.faults.append(fault)
    parsed = parse(source)
    gathered.own.append(parsed.document)
    gathered.files.add(real)
    # Where bytes were no text, the rest of their line is not to blame.
    doubtful = fault is not None
    gathered.faults += [one for one in parsed.diagnostics if not (doubtful and "\ufffd" in source.line_text(one.span.start_position.line))]
    for block in parsed.document.blocks:
        match block.heading:
            case UseHeading(name):
                _use(name, gathered)
            case IncludeHeading(name):
                _include(name, path, root, gathered, chain, read)
            case _:
                pass


def decode(data: bytes, name: str) -> tuple[SourceFile, Diagnostic | None]:
    """The text of a file, a byte order mark taken off; where it is not UTF-8, what can be read of it and a fault."""
    text, place, message = _decoded(data)
    source = SourceFile(name, text)
    if not message:
        return source, None
    return source, Diagnostic("E009", Severity.ERROR, message, source.span(place, min(place + 1, len(text))), "a file saved as UTF-8")


def _decoded(data: bytes) -> tuple[str, int, str]:
    """The text, and where something is wrong with it, what."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, errors="replace"), 0, "This file is saved as UTF-16."
    if b"\0" in data:
        return "", 0, "This is not a text file."
    try:
        return data.decode("utf-8-sig"), 0, ""
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig", errors="replace")
        return data.decode("utf-8-sig", errors="replace"), len(before), "This file is not UTF-8 text from here on."


def _use(name: Name, gathered: Gathered) -> None:
    if name in gathered.used:
        return
    gathered.used.add(name)
    document = vocabulary(name)
    if document is not None:
        gathered.vocabularies.append(document)
        return
    gathered.incomplete = True
    known = vocabulary_names()
    near = nearest_spelling(name, known)
    expected = "" if near else f"one of: {', '.join(known)}"
    gathered.faults.append(Diagnostic("E020", Severity.ERROR, f"There is no vocabulary '{name}'.", name.span, expected, near))


def _include(name: Name, path: Path, root: Path, gathered: Gathered, chain: list[Path], read: Reader) -> None:
    def fault(message: str, expected: str = "") -> None:
        gathered.incomplete = True
        gathered.faults.append(Diagnostic("E024", Severity.ERROR, message, name.span, expected))

    target = path.parent / name
    real = _real(target)
    # Both as written and with links followed: a link must not lead out of the folder either.
    inside = real is not None and not Path(name).is_absolute() and real.is_relative_to(root.resolve())
    if real is None or not name.strip():
        fault("This cannot be the name of a file.", "a file in the same folder, such as 'house.pact'")
    elif not inside or "\\" in name or ":" in name:
        fault(f"'{name}' is outside this agreement's folder.", "a file in the same folder or below it")
    elif target.suffix != ".pact" and not is_literate(target.name):
        fault(f"'{name}' is not an agreement.", "a file that ends in .pact or .md")
    elif real in chain:
        fault(f"'{name}' includes itself.", "a file that does not lead back here")
    elif real in gathered.files:
        return  # brought in already
    elif len(gathered.own) >= _MOST_FILES:
        fault(f"More than {_MOST_FILES} files are included.")
    else:
        try:
            data = read(target)
        except Exception as problem:
            said = str(problem)
            fault(f"{said[:1].upper()}{said[1:]}.", "a file that is there and can be read")
            return
        before = len(gathered.own)
        _read(target, real, root, data, gathered, [*chain, real], read)
        if is_literate(target.name) and not block_lines(gathered.own[before].source.text):
            fault(f"'{name}' contains no agreement.", "a page with a block that starts with ```pact")


def _real(path: Path) -> Path | None:
    """The file with all links followed; None where no file can be called so."""
    try:
        return path.resolve()
    except ValueError:
        return None
    except (OSError, RuntimeError):
        return path.absolute()  # links in a circle: reading it will say so
