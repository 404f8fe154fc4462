"""Looks at texts before they are committed: as they will be in the commit, not as they are in the folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.log.read import read_log
from pactlang.resolve import resolve_file
from pactlang.resolve.files import decode
from pactlang.syntax.parse import parse
from pactlang.syntax.tree import PactHeading
from pactlang.versions.commits import Tree, staged
from pactlang.versions.git import repository_at

Reader = Callable[[Path], bytes]
_AGREEMENT = ".pact"
_LOG = ".pactlog"


def faults_of_staged(folder: Path) -> list[Diagnostic]:
    """The faults of every agreement and log that the next commit would add or change. Raises `GitError`."""
    repository = repository_at(folder)
    names = staged(repository, (_AGREEMENT, _LOG))
    here = folder.resolve()
    return faults_of([Path(os.path.relpath(repository.top.resolve() / name, here)) for name in names], Tree(repository, "").reader(here))


def faults_of(paths: Sequence[Path], read: Reader) -> list[Diagnostic]:
    """The faults of agreements and logs; what `read` raises is not caught. A file that others bring in is looked at alone."""
    found: list[Diagnostic] = []
    for path in paths:
        data = read(path)
        if path.suffix != _AGREEMENT:
            found += read_log(data, str(path)).diagnostics
            continue
        source, fault = decode(data, str(path))
        parsed = parse(source)
        if fault is None and not any(isinstance(block.heading, PactHeading) for block in parsed.document.blocks):
            found += parsed.diagnostics
        else:
            found += resolve_file(path, read)[1]
    return [one for one in found if one.severity is Severity.ERROR]
