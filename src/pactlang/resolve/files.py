"""The files of one agreement: the text itself, what it includes (never outside its folder), the vocabularies it uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.diagnostics import Diagnostic, Severity, nearest_spelling
from pactlang.source import SourceFile
from pactlang.syntax.parse import Parsed, parse
from pactlang.syntax.tree import Document, IncludeHeading, UseHeading

if TYPE_CHECKING:
    from pactlang.source import Span
    from pactlang.syntax.tree import Block

Reader = Callable[[Path], bytes]
_MOST_FILES = 100


class Gathered:
    """All documents of an agreement in the order in which they are read, with the faults of their texts.

    `own` are the file itself and what it includes; `vocabularies` ship with the package.
    """

    def __init__(self) -> None:
        self.own: list[Document] = []
        self.vocabularies: list[Document] = []
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()


def gather(path: Path, read: Reader) -> Gathered:
    """Read a file and everything that it brings in. What `read` raises for the file itself is not caught."""
    gathered = Gathered()
    _read(path, path.parent, read(path), gathered, [path], read)
    return gathered


def _read(path: Path, root: Path, data: bytes, gathered: Gathered, chain: list[Path], read: Reader) -> None:
    source, fault = decode(data, str(path))
    if fault is not None:
        gathered.faults.append(fault)
    parsed = parse(source)
    gathered.own.append(parsed.document)
    gathered.faults.extend(parsed.diagnostics)
    for block in parsed.document.blocks:
        match block.heading:
            case UseHeading(name):
                _use(name, block.line.span, gathered)
            case IncludeHeading(name):
                _include(name, block, path, root, gathered, chain, read)
            case _:
                pass


def decode(data: bytes, name: str) -> tuple[SourceFile, Diagnostic | None]:
    """The text of a file, a byte order mark taken off; where it is not UTF-8, what can be read of it and a fault."""
    try:
        return SourceFile(name, data.decode("utf-8-sig")), None
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig", errors="replace")
        source = SourceFile(name, data.decode("utf-8-sig", errors="replace"))
        span = source.span(len(before), len(before) + 1)
        return source, Diagnostic("E009", Severity.ERROR, "This file is not UTF-8 text from here on.", span, "a file saved as UTF-8")


def _use(name: str, span: Span, gathered: Gathered) -> None:
    if name in gathered.used:
        return
    gathered.used.add(name)
    document = vocabulary(name)
    if document is not None:
        gathered.vocabularies.append(document)
        return
    known = vocabulary_names()
    near = nearest_spelling(name, known)
    gathered.faults.append(
        Diagnostic("E020", Severity.ERROR, f"There is no vocabulary '{name}'.", span, f"one of: {', '.join(known)}", near)
    )


def vocabulary_names() -> list[str]:
    """The vocabularies that ship with the package."""
    folder = files("pactlang").joinpath("vocabularies")
    return sorted(item.name.removesuffix(".pact") for item in folder.iterdir() if item.name.endswith(".pact"))


@lru_cache(maxsize=16)
def vocabulary(name: str) -> Document | None:
    """A vocabulary of the package, parsed once; None where there is none of this name."""
    if name not in vocabulary_names():
        return None
    text = files("pactlang").joinpath("vocabularies", f"{name}.pact").read_text(encoding="utf-8")
    parsed: Parsed = parse(SourceFile(f"vocabularies/{name}.pact", text))
    assert not parsed.diagnostics, parsed.diagnostics  # noqa: S101 - what ships is tested
    return parsed.document


def _include(name: str, block: Block, path: Path, root: Path, gathered: Gathered, chain: list[Path], read: Reader) -> None:
    span = block.line.span

    def fault(message: str, expected: str = "") -> None:
        gathered.faults.append(Diagnostic("E024", Severity.ERROR, message, span, expected))

    wanted = Path(name)
    target = path.parent / wanted
    # Both as written and with links followed: a link must not lead out of the folder either.
    inside = not wanted.is_absolute() and target.resolve().is_relative_to(root.resolve())
    if not inside or "\\" in name or ":" in name:
        fault(f"'{name}' lies outside this agreement's folder.", "a file in the same folder or below it")
    elif target.suffix != ".pact":
        fault(f"'{name}' is no agreement.", "a file that ends in .pact")
    elif any(target.resolve() == earlier.resolve() for earlier in chain):
        fault(f"'{name}' brings itself in.", "a file that does not lead back here")
    elif any(document.source.name == str(target) for document in gathered.own):
        return  # brought in already
    elif len(gathered.own) >= _MOST_FILES:
        fault(f"More than {_MOST_FILES} files are brought in.")
    else:
        try:
            data = read(target)
        except Exception as problem:
            fault(f"'{name}' cannot be read: {problem}", "a file that is there")
            return
        _read(target, root, data, gathered, [*chain, target], read)
