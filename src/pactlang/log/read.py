"""A log from its bytes, in whichever format; and several logs as one.

Nothing here opens a file: whoever finds the files hands over what is in them.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.diagnostics import Diagnostic
from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.places import LogSource
from pactlang.log.reading import MOST_LINES, Reading

if TYPE_CHECKING:
    from pactlang.log.table_settings import TableSettings
    from pactlang.log.text import Memory

_Read = Callable[[bytes, str], Reading]

# What a Parquet file starts with.
_PARQUET = b"PAR1"


class ReadLog(Struct, frozen=True):
    """What was read: the entries without faults, in reading order; all faults; the files by name, to point into.

    >>> log = read_log("2026-09-08  test by Ana\\n2026-09-31  test by Ben\\n", "us.pactlog")
    >>> len(log.entries), [(found.span.start_position.line, found.message) for found in log.diagnostics]
    (1, [(2, 'There is no day 31 in September 2026.')])
    """

    entries: list[Entry]
    diagnostics: list[Diagnostic]
    sources: dict[str, LogSource]


def read_log(data: bytes | str, name: str, memory: Memory | None = None, *, tables: TableSettings | None = None) -> ReadLog:
    """Read one log. Faults come as diagnostics; nothing is raised.

    The format is that of the name's ending: `.pactlog` or `.txt`, `.jsonl` or `.ndjson`, `.csv`, `.parquet`. For standard
    input (`-`) and any other name it is looked for in the text itself: `{` starts JSON Lines, a header with `at` and `type`
    CSV; all else is text. `data` may be text where somebody has it as such (an editor). With a `memory`, which serves only logs in
    the text format, lines that were read before are not read again. `tables` says how cells of tables are meant.

    >>> [entry.by for entry in read_log('{"at": "2026-09-08", "type": "test", "by": ["Ana"]}', "-").entries]
    [('Ana',)]
    """
    if isinstance(data, str):
        data = data.encode("utf-8", errors="surrogatepass")
    # A million new objects, none of them garbage: looking for cycles among them would take a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        if data[:4] != _PARQUET and max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
            message = f"This log has more than {MOST_LINES // 1_000_000} million lines."
            reading = Reading([], [(1, Fault(Code.LINE, message, "a log in several files"))], str, lambda *_: None)
        else:
            reading = _reader(name, data, tables)(data, name) if memory is None else _remembering(data, name, memory)
    finally:
        if collecting:
            gc.enable()
    return as_log(reading, name)


def as_log(reading: Reading, name: str) -> ReadLog:
    """What a reader of one format hands back, with every fault at its place, in their order."""
    source = LogSource(name, reading.make_text, reading.find)
    diagnostics = [source.diagnostic(line, fault) for line, fault in reading.faults]
    diagnostics.sort(key=lambda diagnostic: diagnostic.span.start)
    return ReadLog(reading.entries, diagnostics, {name: source})


def combine(logs: Sequence[ReadLog]) -> ReadLog:
    """Several logs as one, in the order given: entries are numbered on over all of them.

    >>> first, second = read_log("2026-09-08  test by Ana", "a.pactlog"), read_log("2026-09-07  test by Ben", "b.pactlog")
    >>> [(entry.file, entry.order) for entry in combine([first, second]).entries]
    [('a.pactlog', 0), ('b.pactlog', 1)]
    """
    if len(logs) == 1:
        return logs[0]
    entries = [entry for log in logs for entry in log.entries]
    for order, entry in enumerate(entries):
        if entry.order != order:  # of the first log it is the very same
            entry.order = order
    diagnostics = [diagnostic for log in logs for diagnostic in log.diagnostics]
    sources = {name: source for log in logs for name, source in log.sources.items()}
    return ReadLog(entries, diagnostics, sources)


def _remembering(data: bytes, name: str, memory: Memory) -> Reading:
    from pactlang.log.text import read_text

    return read_text(data, name, memory)


def _reader(name: str, data: bytes, tables: TableSettings | None) -> _Read:
    """The reader for a log; a format is imported only when it is needed."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    match name.lower().rpartition(".")[2]:
        case "pactlog" | "txt":
            kind = "text"
        case "jsonl" | "ndjson":
            kind = "jsonl"
        case "csv" | "parquet" as ending:
            kind = ending
        case _:
            kind = "jsonl" if start[:1] == b"{" else "csv" if _is_header(start) else "parquet" if start[:4] == _PARQUET else "text"
    if kind == "jsonl":
        from pactlang.log.jsonl import read_jsonl

        return read_jsonl
    if kind == "csv":
        from pactlang.log.csv_table import read_csv

        return read_csv if tables is None else partial(read_csv, settings=tables)
    if kind == "parquet":
        from pactlang.log.parquet import read_parquet

        return read_parquet if tables is None else partial(read_parquet, settings=tables)
    from pactlang.log.text import read_text

    return read_text


def _is_header(start: bytes) -> bool:
    """Whether a text starts with the header of a table, or with the line before it that Excel writes."""
    names = re.split(rb"[,;\t|]", start.splitlines()[0].lower()) if start else []
    return {b"at", b"type"} <= {name.strip(b' "') for name in names} or start[:4].lower() == b"sep="
