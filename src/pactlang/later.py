"""Patterns that are compiled when they are first looked for: most texts need few of them, and compiling all took longer than the rest."""

from __future__ import annotations

import re
from typing import Any, cast


class Later:
    """Stands for a compiled pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source, self._flags)

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
