"""Looks at texts before they are committed: as they will be in the commit, not as they are in the folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.history.commits import Tree, staged
from pactlang.history.git import repository_at
from pactlang.language.layout import format_agreement
from pactlang.language.literate import ENDINGS as LITERATE
from pactlang.language.literate import is_literate
from pactlang.language.parse import parse
from pactlang.language.tree import Document, PactHeading
from pactlang.log.read import read_log
from pactlang.resolve import resolve_file
from pactlang.resolve.files import decode

Reader = Callable[[Path], bytes]
_LOG = ".pactlog"


class Looked(Struct):
    """What was seen: the faults of all texts, and the agreements that `pact fmt` would lay out otherwise."""

    faults: list[Diagnostic] = field(default_factory=list)
    otherwise: list[Path] = field(default_factory=list)


def look_at_staged(folder: Path) -> Looked:
    """Look at every agreement and log that the next commit would add or change. Raises `GitError`."""
    repository = repository_at(folder)
    names = staged(repository, (".pact", *LITERATE, _LOG))
    here = folder.resolve()
    return look_at([Path(os.path.relpath(repository.top.resolve() / name, here)) for name in names], Tree(repository, "").reader(here))


def look_at(paths: Sequence[Path], read: Reader) -> Looked:
    """Look at agreements and logs; what `read` raises is not caught. A file that others bring in is looked at alone.

    A Markdown page is an agreement where one `pact` heading stands in its blocks. With none or several it is a page about agreements.
    """
    looked = Looked()
    for path in paths:
        data = read(path)
        if is_literate(path.name) and _headings(parse(decode(data, str(path))[0]).document) != 1:
            continue
        found = read_log(data, str(path)).diagnostics if path.suffix == _LOG else _faults_of_agreement(path, data, read)
        errors = [one for one in found if one.severity is Severity.ERROR]
        looked.faults += errors
        if path.suffix != _LOG and not errors:
            source, _ = decode(data, str(path))
            laid_out = format_agreement(source)
            if laid_out.same and laid_out.text.replace("\r\n", "\n") != source.text.replace("\r\n", "\n"):
                looked.otherwise.append(path)
    return looked


def _headings(document: Document) -> int:
    return sum(isinstance(block.heading, PactHeading) for block in document.blocks)


def _faults_of_agreement(path: Path, data: bytes, read: Reader) -> Sequence[Diagnostic]:
    source, fault = decode(data, str(path))
    parsed = parse(source)
    if fault is None and not _headings(parsed.document):
        return parsed.diagnostics
    return resolve_file(path, read)[1]
