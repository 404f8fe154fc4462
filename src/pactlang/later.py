"""Patterns that are compiled when they are first looked for, or that were compiled when the package was built.

Most texts need few of the patterns, and compiling what each start needs took a seventh of it. So the build (`hatch_build.py`) compiles all
that ask for it here, and writes what the compiler of `re` made of them beside this module. That is used only by the very same Python;
another one, or a checkout that was never built, compiles each pattern when it comes, with the same result.
"""

from __future__ import annotations

import marshal
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

TABLE = "patterns.bin"
_SHAPE = 1  # another number where the shape of the table changes
# Whose modules ask for patterns at a start.
_ASKING = ("model", "language", "resolve", "log", "checker", "inputs", "words", "lint", "day", "cli")
_asked: set[tuple[str, int]] = set()  # what the build compiles


class Later:
    """Stands for a compiled pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags
        _asked.add((source, flags))

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return _compiled(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        # Kept, so that it is asked for once.
        found = getattr(self.compiled, name)
        self.__dict__[name] = found
        return found


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used like one that `re.compile` gives.

    >>> later("a+").findall("banana aa")
    ['a', 'a', 'a', 'aa']
    """
    return cast("re.Pattern[str]", Later(source, int(flags)))


def ready(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for a module that each start loads: the same that `re.compile` gives.

    >>> ready("a+").findall("banana aa")
    ['a', 'a', 'a', 'aa']
    """
    _asked.add((source, int(flags)))
    return _compiled(source, int(flags))


@cache
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    known = _table().get(flags, {}).get(source)
    if known is None:
        return re.compile(source, flags)
    import _sre  # type: ignore[import-not-found] # `re` itself makes its patterns with it, and it looks through what it is given

    together, code, groups, names, numbered = marshal.loads(known)  # noqa: S302 - from a file of the package itself
    pattern: re.Pattern[str] = _sre.compile(source, together, memoryview(code).cast("I").tolist(), groups, names, numbered)
    return pattern


@cache
def _table() -> dict[int, dict[str, bytes]]:
    """What was compiled, by flags and source; nothing where it was compiled for another Python."""
    try:
        stamp, patterns = marshal.loads(Path(__file__).with_name(TABLE).read_bytes())  # noqa: S302 - a file of the package itself
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return cast("dict[int, dict[str, bytes]]", patterns) if stamp == _stamp() else {}


def _stamp() -> str:
    """What of Python decides how a compiled pattern looks, and what it fits."""
    import _sre

    return f"{_SHAPE} {sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"


def write_patterns(package: Path) -> Path:
    """Write the patterns that the modules of a package folder ask for, compiled, beside this module, and say where."""
    written = package / TABLE
    # In one step, since something else may read it while a package is built.
    partial = written.with_suffix(".tmp")
    partial.write_bytes(built(package))
    partial.replace(written)
    return written


def built(package: Path) -> bytes:
    """The patterns that the modules of a package folder ask for, compiled: the same bytes each time."""
    from importlib import import_module

    for path in sorted(path for folder in _ASKING for path in (package / folder).rglob("*.py")):
        try:
            import_module(".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__"))
        except ModuleNotFoundError as missing:
            if (missing.name or "").startswith("pactlang"):
                raise  # what others make is not always there when a package is built, and is not needed for our patterns
    patterns: dict[int, dict[str, bytes]] = {}
    for source, flags in sorted(_asked):
        patterns.setdefault(flags, {})[source] = marshal.dumps(_made(source, flags), 2)  # which tells nothing of what is one object
    return marshal.dumps((_stamp(), patterns), 2)


def _made(source: str, flags: int) -> Any:
    """What `re` hands over to make a pattern of, but for its source."""
    from array import array
    from importlib import import_module

    compiler: Any = import_module("re._compiler")  # there is no public way
    parsed = compiler._parser.parse(source, flags)  # noqa: SLF001
    names = dict(parsed.state.groupdict)
    groups = {number: name for name, number in names.items()}
    numbered = tuple(groups.get(number) for number in range(parsed.state.groups))
    code = array("I", map(int, compiler._code(parsed, flags))).tobytes()  # noqa: SLF001
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, numbered
