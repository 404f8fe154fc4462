"""What code hosts show beside a line: annotations of a run on GitHub, and SARIF 2.1.0."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from pactlang import __version__
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.source import Span


def annotation(level: str, where: Span | tuple[str, int], title: str, message: str) -> str:
    """A line that GitHub shows beside a line of a file; `level` is error, warning or notice, `where` a span, or a file and a line.

    >>> annotation("error", ("us.pactlog", 2), "evenings@2026-09-07", "2 encounters; the limit is 1")
    '::error file=us.pactlog,line=2,title=evenings@2026-09-07::2 encounters; the limit is 1'
    """
    if isinstance(where, tuple):
        place = f"file={_property(where[0])},line={where[1]}"
    else:
        at, end = where.start_position, where.end_position
        place = f"file={_property(where.source.name)},line={at.line},endLine={end.line},col={at.column}"
    return f"::{level} {place},title={_property(title)}::{_data(message)}"


def _property(text: str) -> str:
    """Text inside a property, where colons and commas have a meaning."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def sarif_log(rules: Sequence[dict[str, Any]], results: Sequence[dict[str, Any]]) -> str:
    """A run of this program as SARIF 2.1.0, for tools that show findings in code hosts and editors."""
    answer = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "pactlang", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def sarif_place(where: Span | tuple[str, int]) -> dict[str, Any]:
    """Where something is: a span, or a file and a line."""
    if isinstance(where, tuple):
        name, region = where[0], {"startLine": where[1]}
    else:
        start, end = where.start_position, where.end_position
        name = where.source.name
        region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, "region": region}}


def _uri(name: str) -> str:
    """A file as SARIF names it: a path that begins at the root as a `file:` address, any other as it stands, below the folder we are in."""
    from pathlib import Path
    from urllib.parse import quote

    return Path(name).as_uri() if Path(name).is_absolute() else quote(os.fsencode(name.replace("\\", "/")))
