"""pactlang: what people have agreed, in plain text, and the tools that keep it honest.

>>> from pactlang import check, load_text
>>> agreement = load_text('''
... pact "Ana and Ben"
...     between Ana and Ben
...     in force from 2026-09-07
...     time zone Europe/Berlin
... use relationships
... cap evenings
...     at most 4 encounters per month by Ana
... ''')
>>> check(agreement).summary.breach
0
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "1.0.0"
__all__ = ["InputError", "Prepared", "Row", "check", "judge_rows", "load", "load_text", "load_versions", "prepare"]

if TYPE_CHECKING:
    from pactlang.inputs import InputError, check, load, load_text, load_versions
    from pactlang.inputs.rows import Prepared, Row, judge_rows, prepare

_OF_ROWS = frozenset({"Prepared", "Row", "judge_rows", "prepare"})


def __getattr__(name: str) -> object:
    # The public names are loaded when they are asked for: `pact --version` needs none of them.
    if name in __all__:
        found = getattr(import_module("pactlang.inputs.rows" if name in _OF_ROWS else "pactlang.inputs"), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
